package io.tidemark.lab.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A core takes values and returns values: no clock, randomness, thread, logger or I/O of its own.
 */
final class PurityRules {
    /** Of the kernel all but the journal on disk; of the nodes what decides. */
    private static final String[] CORES = {
        "io.tidemark.ledger",
        "io.tidemark.ledger.money..",
        "io.tidemark.ledger.event..",
        "io.tidemark.ledger.exchange..",
        "io.tidemark.ledger.codec..",
        "io.tidemark.ledger.sync..",
        "io.tidemark.ledger.masterdata..",
        "io.tidemark.ledger.closedown..",
        "io.tidemark.ledger.proof..",
        "io.tidemark.cloud.books..",
        "io.tidemark.ledger.telemetry..",
        "io.tidemark.edge.record.."
    };

    /** They stand beside the core that they run: one feature, one package. */
    private static final Set<String> SHELLS = Set.of("io.tidemark.edge.record.Recorder");

    static final ArchRule FILES_IN_THE_KERNEL =
            noClasses()
                    .that(
                            resideInAPackage("io.tidemark.ledger..")
                                    .and(resideOutsideOfPackages("io.tidemark.ledger.journal..")))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("java.nio.file..", "java.nio.channels.."))
                    .as("in the kernel only the journal touches files");

    static final ArchRule CORES_ACT_ON_NOTHING =
            noClasses()
                    .that(areCores())
                    .should()
                    .dependOnClassesThat(
                            type(Thread.class)
                                    .or(assignableTo(System.Logger.class))
                                    .or(
                                            resideInAnyPackage(
                                                    "java.util.concurrent..",
                                                    "java.util.logging..",
                                                    "java.nio.file..",
                                                    "java.nio.channels..",
                                                    "java.net.http..",
                                                    "java.sql..",
                                                    "org.slf4j..")))
                    .as("cores have no thread, logger, file, socket or database");

    static final ArchRule CORES_ARE_NOT_RANDOM =
            noClasses()
                    .that(areCores())
                    .should()
                    .dependOnClassesThat(
                            assignableTo(Random.class).or(resideInAPackage("java.util.random..")))
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .as("cores are handed what is random");

    static final ArchRule CORES_TAKE_NO_CLOCK =
            noClasses()
                    .that(areCores())
                    .should()
                    .callCodeUnitWhere(isOneOf("reads a clock", PurityRules::readsAnyClock))
                    .as("cores are handed the time");

    /**
     * The wiring chooses a node's clock; certificates and the lab's own deadlines are of real time.
     */
    static final ArchRule NOBODY_ELSE_READS_THE_WALL_CLOCK =
            noClasses()
                    .that(
                            resideInAPackage("io.tidemark..")
                                    .and(
                                            resideOutsideOfPackages(
                                                    "io.tidemark.node.home..",
                                                    "io.tidemark.edge",
                                                    "io.tidemark.fog",
                                                    "io.tidemark.cloud",
                                                    "io.tidemark.identity..",
                                                    "io.tidemark.authority..",
                                                    "io.tidemark.lab..")))
                    .should()
                    .callCodeUnitWhere(
                            isOneOf("reads the wall clock", PurityRules::readsTheWallClock))
                    .as("nodes take their clock");

    private PurityRules() {}

    private static DescribedPredicate<JavaClass> areCores() {
        return resideInAnyPackage(CORES)
                .and(
                        DescribedPredicate.describe(
                                "are no shells", one -> !SHELLS.contains(topLevel(one).getName())));
    }

    private static JavaClass topLevel(JavaClass one) {
        return one.getEnclosingClass().map(PurityRules::topLevel).orElse(one);
    }

    private static boolean readsTheWallClock(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean takesNothing = call.getTarget().getRawParameterTypes().isEmpty();
        return isCall(call, System.class, "currentTimeMillis")
                || (owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system"))
                || (owner.isEquivalentTo(Date.class) && takesNothing)
                || (isNowOfJavaTime(call) && takesNothing);
    }

    private static boolean readsAnyClock(JavaCall<?> call) {
        return readsTheWallClock(call)
                || isNowOfJavaTime(call)
                || isCall(call, System.class, "nanoTime")
                || isCall(call, Clock.class, "instant")
                || isCall(call, Clock.class, "millis")
                || isCall(call, InstantSource.class, "instant");
    }

    private static boolean isNowOfJavaTime(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().startsWith("java.time")
                && call.getName().equals("now");
    }

    private static boolean isCall(JavaCall<?> call, Class<?> owner, String method) {
        return call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method);
    }

    private static DescribedPredicate<JavaCall<?>> isOneOf(
            String what, Predicate<JavaCall<?>> calls) {
        return DescribedPredicate.describe(what, calls);
    }
}
