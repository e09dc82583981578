package io.tidemark.lab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Which library may be used where. Everything that is not named here is an inner package. */
final class ImportRules {
    static final ArchRule KERNEL_NEEDS_ONLY_THE_JDK =
            classes()
                    .that()
                    .resideInAPackage("io.tidemark.ledger..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.tidemark.ledger..", "java..", "javax.crypto..", "org.jspecify..");

    static final ArchRule PAHO =
            Module.onlyIn(
                    "org.eclipse.paho..",
                    "io.tidemark.edge.sync.mqtt..",
                    "io.tidemark.lab.bench.bare..");

    static final ArchRule ZSTD =
            Module.onlyIn("com.github.luben.zstd..", "io.tidemark.node.packing..");

    static final ArchRule HIVEMQ = Module.onlyIn("com.hivemq..", "io.tidemark.fog.broker..");

    static final ArchRule PDF = Module.onlyIn("org.apache.pdfbox..", "io.tidemark.node.pdf..");

    static final ArchRule SQL =
            Module.onlyIn(
                    "java.sql..",
                    "io.tidemark.node.projection..",
                    "io.tidemark.node.telemetry..",
                    "io.tidemark.edge.ledger..",
                    "io.tidemark.fog.ledger..",
                    "io.tidemark.cloud.ledger..",
                    "io.tidemark.lab.bench.tables..",
                    "io.tidemark.lab.bench.bare..");

    /** A browser is driven by tests, which these rules do not look at. */
    static final ArchRule PLAYWRIGHT =
            noClasses()
                    .that()
                    .resideInAPackage("io.tidemark..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.microsoft.playwright..");

    /** HTTP, screens and wiring. */
    static final ArchRule MICRONAUT =
            Module.onlyIn(
                    "io.micronaut..",
                    "io.tidemark.node.web..",
                    "io.tidemark.edge",
                    "io.tidemark.edge.till..",
                    "io.tidemark.fog",
                    "io.tidemark.fog.forward..",
                    "io.tidemark.fog.dashboard..",
                    "io.tidemark.cloud",
                    "io.tidemark.cloud.ingest..",
                    "io.tidemark.cloud.masterdata..",
                    "io.tidemark.cloud.headoffice..",
                    "io.tidemark.lab.bench.bare..");

    private ImportRules() {}
}
