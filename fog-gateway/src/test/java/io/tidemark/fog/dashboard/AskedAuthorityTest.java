package io.tidemark.fog.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.fog.closedown.Authority;
import io.tidemark.fog.people.Supervisors;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.OperatorRole;
import io.tidemark.ledger.masterdata.PinVerifier;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.people.AttemptsFile;
import io.tidemark.node.people.PinCheck;
import io.tidemark.node.web.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request to close without a device says of who allows it. */
class AskedAuthorityTest {
    @TempDir private Path directory;

    @Test
    void a_supervisors_number_pin_and_reason_are_an_authority() {
        assertThat(named().of(asked("21", "9001", "its disk is broken")))
                .contains(new Authority("21", "Sue Hart", "supervisor", "its disk is broken"));
    }

    @Test
    void whoever_calls_nobody_has_none_where_people_are_named() {
        assertThat(named().of(close(null))).isEmpty();
    }

    @Test
    void without_a_reason_a_right_pin_or_the_role_it_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> named().of(asked("21", "9001", " ")))
                .isInstanceOf(Refusal.class)
                .hasMessage("approval.reason: say why the day is closed without a device");
        assertThatThrownBy(() -> named().of(asked("21", "1234", "lost")))
                .hasMessage("the number or the PIN is wrong: try again");
        assertThatThrownBy(() -> named().of(asked("11", "4101", "lost")))
                .hasMessage("11 may not allow this: a supervisor must");
        assertThatThrownBy(() -> named().of(asked("2".repeat(65), "4101", "lost")))
                .hasMessage("approval.supervisor: at most 64 characters");
    }

    @Test
    void where_the_master_data_name_nobody_whoever_is_named_is_taken() {
        AskedAuthority anybody = authority(List.of());

        assertThat(anybody.of(close(null))).contains(Authority.ofNamed("Mia", ""));
        assertThat(anybody.of(asked("Max", null, "lost")))
                .contains(Authority.ofNamed("Max", "lost"));
    }

    private AskedAuthority named() {
        return authority(
                List.of(
                        operator("21", "Sue Hart", OperatorRole.SUPERVISOR, "9001"),
                        operator("11", "Ann Lee", OperatorRole.CASHIER, "4101")));
    }

    private AskedAuthority authority(List<Operator> operators) {
        KeptFiles files =
                new KeptFiles(fatal -> {
                    throw new AssertionError(fatal);
                });
        return new AskedAuthority(
                new Supervisors(
                        () -> Optional.of(operators),
                        new PinCheck(new AttemptsFile(directory, files), () -> 0)));
    }

    private static Operator operator(String number, String name, OperatorRole role, String pin) {
        byte[] salt = new byte[PinVerifier.SALT_BYTES];
        return new Operator(number, name, role, PinVerifier.of(pin.toCharArray(), salt, 1));
    }

    private static Told.Close asked(String supervisor, @Nullable String pin, String reason) {
        return close(new Told.Approval(supervisor, pin, reason));
    }

    private static Told.Close close(Told.@Nullable Approval approval) {
        return new Told.Close(UUID.randomUUID(), "Mia", List.of("till-2"), approval);
    }
}
