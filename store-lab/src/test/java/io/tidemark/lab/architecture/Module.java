package io.tidemark.lab.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * The modules, and which of each other they may import (design: "Modules and who may import whom").
 */
enum Module {
    LEDGER("io.tidemark.ledger.."),
    PROFILES("io.tidemark.profiles.."),
    IDENTITY("io.tidemark.identity.."),
    NODE("io.tidemark.node.."),
    AUTHORITY("io.tidemark.authority.."),
    EDGE("io.tidemark.edge.."),
    FOG("io.tidemark.fog.."),
    CLOUD("io.tidemark.cloud.."),
    /**
     * The demo and the torture start nodes as processes; the simulator and the benchmarks run their
     * code. Nobody imports it.
     */
    LAB("io.tidemark.lab..");

    private final String classes;

    Module(String classes) {
        this.classes = classes;
    }

    private Stream<Module> imports() {
        return switch (this) {
            case LEDGER, PROFILES -> Stream.of();
            case IDENTITY -> Stream.of(LEDGER);
            case NODE, AUTHORITY -> Stream.of(LEDGER, IDENTITY);
            case EDGE, FOG, CLOUD -> Stream.of(LEDGER, NODE, PROFILES, IDENTITY);
            case LAB -> Stream.of(LEDGER, PROFILES, IDENTITY, AUTHORITY, NODE, EDGE, FOG, CLOUD);
        };
    }

    ArchRule importsOnlyWhatItMay() {
        String[] allowed =
                Stream.concat(Stream.of(this), imports())
                        .map(module -> module.classes)
                        .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(classes))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.tidemark..").and(resideOutsideOfPackages(allowed)))
                .as(classes + " imports, of Tidemark, only " + String.join(", ", allowed));
    }

    /** Only some packages may use a library: whoever else does, breaks the rule. */
    static ArchRule onlyIn(String library, String... places) {
        return noClasses()
                .that(resideInAPackage("io.tidemark..").and(resideOutsideOfPackages(places)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .as(library + " is used only in " + String.join(", ", places));
    }
}
