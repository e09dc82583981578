package io.tidemark.fog.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.OperatorRole;
import io.tidemark.ledger.masterdata.PinVerifier;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.people.AttemptsFile;
import io.tidemark.node.people.Claim;
import io.tidemark.node.people.PinCheck;
import io.tidemark.node.writer.NotNow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may have a day closed without a device, at a gateway that no network reaches. */
class SupervisorsTest {
    private static final int FEW = 1;
    private static final Operator SUE = operator("21", OperatorRole.SUPERVISOR, "9001");
    private static final Operator MAX = operator("22", OperatorRole.MANAGER, "9002");
    private static final Operator ANN = operator("11", OperatorRole.CASHIER, "4101");

    @TempDir private Path directory;
    private final AtomicReference<Optional<List<Operator>>> named =
            new AtomicReference<>(Optional.of(List.of(ANN, SUE, MAX)));
    private Supervisors supervisors;

    @BeforeEach
    void start() {
        KeptFiles files =
                new KeptFiles(fatal -> {
                    throw new AssertionError(fatal);
                });
        supervisors =
                new Supervisors(
                        named::get, new PinCheck(new AttemptsFile(directory, files), () -> 0));
    }

    @Test
    void a_supervisor_and_a_manager_may_and_a_cashier_may_not() {
        assertThat(check("21", "9001")).isEqualTo(new Supervisors.Answer.Proven(SUE));
        assertThat(check("22", "9002")).isEqualTo(new Supervisors.Answer.Proven(MAX));
        assertThat(check("11", "4101")).isEqualTo(new Supervisors.Answer.NotOne(ANN));
    }

    @Test
    void a_wrong_pin_and_an_unknown_number_are_told_alike() {
        assertThat(check("21", "0000")).isEqualTo(new Supervisors.Answer.WrongPin());
        assertThat(check("99", "9001")).isEqualTo(new Supervisors.Answer.WrongPin());
        assertThat(check("21", "")).isEqualTo(new Supervisors.Answer.WrongPin());
    }

    @Test
    void after_five_wrong_pins_even_the_right_one_waits_over_a_restart_too() {
        for (int i = 0; i < 5; i++) check("21", "0000");

        assertThatThrownBy(() -> check("21", "9001")).isInstanceOf(NotNow.class);
        start();
        assertThatThrownBy(() -> check("21", "9001")).hasMessageContaining("wait 31 seconds");
        assertThat(check("22", "9002")).isInstanceOf(Supervisors.Answer.Proven.class);
    }

    @Test
    void nobody_is_taken_at_their_word_while_the_master_data_cannot_be_read() {
        assertThat(supervisors.areNamed()).isTrue();
        named.set(Optional.of(List.of()));
        assertThat(supervisors.areNamed()).isFalse();
        named.set(Optional.empty());

        assertThatThrownBy(supervisors::areNamed)
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("wait until it has come again from head office");
    }

    private Supervisors.Answer check(String number, String pin) {
        return supervisors.check(new Claim(number, pin));
    }

    private static Operator operator(String number, OperatorRole role, String pin) {
        return new Operator(
                number,
                "Name of " + number,
                role,
                PinVerifier.of(pin.toCharArray(), new byte[PinVerifier.SALT_BYTES], FEW));
    }
}
