package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpStatus;
import io.tidemark.fog.closedown.Authority;
import io.tidemark.fog.people.Supervisors;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.node.people.Claim;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who answers for a close-down without devices, as a request says it. */
final class AskedAuthority {
    private final Supervisors supervisors;

    AskedAuthority(Supervisors supervisors) {
        this.supervisors = supervisors;
    }

    /**
     * Empty where a supervisor is needed and none was called. Where the master data name nobody,
     * whoever closes the day answers for it.
     *
     * @throws Refusal if the PIN is wrong, or who it is may not allow it
     */
    Optional<Authority> of(Told.Close asked) {
        Told.@Nullable Approval approval = asked.approval();
        if (!supervisors.areNamed())
            return Optional.of(
                    approval == null
                            ? Authority.ofNamed(asked.operator(), "")
                            : Authority.ofNamed(
                                    code(approval.supervisor()), text(approval.reason())));
        if (approval == null) return Optional.empty();
        if (text(approval.reason()).isBlank())
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "approval.reason: say why the day is closed without a device");
        return Optional.of(proven(approval));
    }

    private Authority proven(Told.Approval approval) {
        String pin = approval.pin() == null ? "" : approval.pin();
        return switch (supervisors.check(new Claim(code(approval.supervisor()), pin))) {
            case Supervisors.Answer.Proven(Operator supervisor) ->
                    new Authority(
                            supervisor.number(),
                            supervisor.name(),
                            supervisor.role().name().toLowerCase(Locale.ROOT),
                            text(approval.reason()));
            case Supervisors.Answer.WrongPin _ ->
                    throw forbidden("pin", "the number or the PIN is wrong: try again");
            case Supervisors.Answer.NotOne(Operator operator) ->
                    throw forbidden(
                            "approval",
                            operator.number() + " may not allow this: a supervisor must");
        };
    }

    private static Refusal forbidden(String kind, String why) {
        return new Refusal(Problem.of(HttpStatus.FORBIDDEN, why).ofKind(kind));
    }

    private static String code(String number) {
        return within(number, "approval.supervisor", Limits.CODE_MAX);
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : within(reason, "approval.reason", Limits.TEXT_MAX);
    }

    private static String within(String text, String field, int most) {
        if (text.length() > most)
            throw new Refusal(HttpStatus.BAD_REQUEST, field + ": at most " + most + " characters");
        return text;
    }
}
