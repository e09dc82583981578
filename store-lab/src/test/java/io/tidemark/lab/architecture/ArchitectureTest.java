package io.tidemark.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the design's import graph, and house style where a machine can. Every rule is shown to
 * fail.
 */
class ArchitectureTest {
    private static JavaClasses tidemark;

    @BeforeAll
    static void read_every_class_that_is_shipped() {
        tidemark =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.tidemark");
    }

    @ParameterizedTest
    @EnumSource
    void a_module_imports_only_what_it_may(Module module) {
        module.importsOnlyWhatItMay().check(tidemark);
    }

    @ParameterizedTest
    @MethodSource("rulesAndWhatBreaksThem")
    void every_class_keeps_the_rule(ArchRule rule, Class<?> breaker) {
        rule.check(tidemark);
    }

    @ParameterizedTest
    @MethodSource("rulesAndWhatBreaksThem")
    void the_rule_is_broken_by_a_class_made_to_break_it(ArchRule rule, Class<?> breaker) {
        JavaClasses broken = new ClassFileImporter().importClasses(breaker);

        assertThatThrownBy(() -> rule.check(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(breaker.getSimpleName());
    }

    @Test
    void every_package_says_whether_its_references_may_be_null() {
        assertThat(NameRules.unmarkedPackages(tidemark)).isEmpty();
    }

    @Test
    void a_package_that_does_not_say_so_is_found() {
        JavaClasses broken =
                new ClassFileImporter()
                        .importClasses(io.tidemark.ledger.broken.KernelThatReadsFiles.class);

        assertThat(NameRules.unmarkedPackages(broken)).containsExactly("io.tidemark.ledger.broken");
    }

    static Stream<Arguments> rulesAndWhatBreaksThem() {
        return Stream.of(
                Arguments.of(
                        Module.LEDGER.importsOnlyWhatItMay(),
                        io.tidemark.ledger.broken.KernelThatKnowsTheTill.class),
                Arguments.of(
                        Module.EDGE.importsOnlyWhatItMay(),
                        io.tidemark.edge.broken.TillThatIssuesCertificates.class),
                Arguments.of(
                        Module.FOG.importsOnlyWhatItMay(),
                        io.tidemark.fog.broken.GatewayThatKnowsTheLab.class),
                Arguments.of(
                        ImportRules.KERNEL_NEEDS_ONLY_THE_JDK,
                        io.tidemark.ledger.broken.KernelThatReadsYaml.class),
                Arguments.of(ImportRules.PAHO, io.tidemark.edge.broken.TillThatPublishes.class),
                Arguments.of(ImportRules.ZSTD, io.tidemark.edge.broken.TillThatCompresses.class),
                Arguments.of(
                        ImportRules.HIVEMQ, io.tidemark.fog.broken.GatewayThatStartsABroker.class),
                Arguments.of(ImportRules.PDF, io.tidemark.fog.broken.GatewayThatDrawsPdfs.class),
                Arguments.of(
                        ImportRules.PLAYWRIGHT,
                        io.tidemark.lab.architecture.broken.LabThatBrowses.class),
                Arguments.of(ImportRules.SQL, io.tidemark.edge.broken.TillThatDecidesBySql.class),
                Arguments.of(
                        ImportRules.MICRONAUT,
                        io.tidemark.fog.broken.GatewayThatIsAFramework.class),
                Arguments.of(
                        PurityRules.FILES_IN_THE_KERNEL,
                        io.tidemark.ledger.broken.KernelThatReadsFiles.class),
                Arguments.of(
                        PurityRules.CORES_ACT_ON_NOTHING,
                        io.tidemark.edge.record.broken.DecisionThatSpawns.class),
                Arguments.of(
                        PurityRules.CORES_ARE_NOT_RANDOM,
                        io.tidemark.edge.record.broken.DecisionByLot.class),
                Arguments.of(
                        PurityRules.CORES_TAKE_NO_CLOCK,
                        io.tidemark.edge.record.broken.DecisionByClock.class),
                Arguments.of(
                        PurityRules.NOBODY_ELSE_READS_THE_WALL_CLOCK,
                        io.tidemark.fog.broken.GatewayOfRealTime.class),
                Arguments.of(NameRules.CLASSES, io.tidemark.fog.broken.StoreManager.class),
                Arguments.of(NameRules.INTERFACES, io.tidemark.fog.broken.IStore.class),
                Arguments.of(NameRules.PACKAGES, io.tidemark.fog.broken.util.Anything.class));
    }
}
