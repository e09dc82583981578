package io.tidemark.lab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A class is named by what is special about it, a package by its feature. */
final class NameRules {
    static final ArchRule CLASSES =
            classes()
                    .that()
                    .haveSimpleNameNotStartingWith("$") // written by an annotation processor
                    .should()
                    .haveNameNotMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils)")
                    .as("no class is called *Impl, *Manager, *Helper or *Util");

    static final ArchRule INTERFACES =
            classes()
                    .that()
                    .areInterfaces()
                    .should()
                    .haveNameNotMatching(".*[.$]I[A-Z][a-z][^.$]*")
                    .as("no interface is called IFoo");

    static final ArchRule PACKAGES =
            classes()
                    .should()
                    .resideOutsideOfPackages("..util..", "..common..", "..model..", "..dto..")
                    .as("no package is called util, common, model or dto");

    private NameRules() {}

    /** The packages with classes that do not say whether their references may be null. */
    static List<String> unmarkedPackages(JavaClasses classes) {
        return classes.stream()
                .map(one -> one.getPackage())
                .distinct()
                .filter(NameRules::isUnmarked)
                .map(JavaPackage::getName)
                .sorted()
                .toList();
    }

    private static boolean isUnmarked(JavaPackage of) {
        return of.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isEmpty();
    }
}
