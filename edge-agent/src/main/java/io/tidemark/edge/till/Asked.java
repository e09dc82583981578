package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.tidemark.edge.record.Approver;
import io.tidemark.edge.record.Ask;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.node.people.Claim;
import io.tidemark.node.web.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes an ask of a request, or refuses it with what is wrong. */
final class Asked {
    private Asked() {}

    static Ask.Sell sell(Requests.Retail request) {
        return checked(() ->
                new Ask.Sell(
                        id(request.commandId()),
                        operator(request.operator()),
                        AskedBasket.of(request),
                        approver(request.approval())));
    }

    static Ask.TakeBack takeBack(Requests.Retail request) {
        return checked(() ->
                new Ask.TakeBack(
                        id(request.commandId()),
                        operator(request.operator()),
                        AskedBasket.of(request),
                        approver(request.approval())));
    }

    static Ask.VoidBasket voidBasket(Requests.Retail request) {
        return checked(() ->
                new Ask.VoidBasket(
                        id(request.commandId()),
                        operator(request.operator()),
                        AskedBasket.of(request),
                        approver(request.approval())));
    }

    static Ask.Suspend suspend(Requests.Retail request) {
        return checked(() ->
                new Ask.Suspend(
                        id(request.commandId()),
                        operator(request.operator()),
                        AskedBasket.of(request)));
    }

    static Ask.Resume resume(String basket, Requests.Plain request) {
        return checked(() ->
                new Ask.Resume(
                        id(request.commandId()), operator(request.operator()), basket(basket)));
    }

    static String basket(String id) {
        if (id.isBlank() || id.length() > Limits.CODE_MAX)
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "a basket's id is what its slip says, such as W1-17");
        return id.strip();
    }

    static Ask.PostVoid postVoid(long receipt, Requests.PostVoid request) {
        return checked(() ->
                new Ask.PostVoid(
                        id(request.commandId()),
                        operator(request.operator()),
                        receipt,
                        orEmpty(request.reason()),
                        approver(request.approval())));
    }

    static OriginalReceipt receipt(String store, String workstation, String day, long receipt) {
        return checked(() -> new OriginalReceipt(store, workstation, day(day), receipt));
    }

    static Ask.Attend attend(OperatorSession.Kind kind, Requests.Person request) {
        return checked(
                () -> new Ask.Attend(id(request.commandId()), operator(request.operator()), kind));
    }

    static Ask.Attend attend(OperatorSession.Kind kind, Requests.Plain request) {
        return checked(
                () -> new Ask.Attend(id(request.commandId()), operator(request.operator()), kind));
    }

    static Ask.CopyReceipt copy(long receipt, Requests.Plain request) {
        return checked(() ->
                new Ask.CopyReceipt(
                        id(request.commandId()), operator(request.operator()), receipt));
    }

    /** Whose PIN came with it, to be checked. */
    static List<Claim> claims(Requests.Person request) {
        return List.of(new Claim(operator(request.operator()), orEmpty(request.pin())));
    }

    static List<Claim> claims(Requests.@Nullable Approval approval) {
        return approval == null
                ? List.of()
                : List.of(new Claim(approval.supervisor(), orEmpty(approval.pin())));
    }

    static Ask.OpenDrawer of(Requests.OpenDrawer request) {
        return checked(() ->
                new Ask.OpenDrawer(
                        id(request.commandId()),
                        operator(request.operator()),
                        orEmpty(request.reason()),
                        approver(request.approval())));
    }

    static Ask.CloseDay of(Requests.CloseDay request) {
        return checked(
                () -> new Ask.CloseDay(id(request.commandId()), operator(request.operator())));
    }

    static @Nullable Approver approver(Requests.@Nullable Approval approval) {
        return approval == null
                ? null
                : new Approver(approval.supervisor(), orEmpty(approval.reason()));
    }

    static CommandId id(String text) {
        try {
            return CommandId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "commandId is a UUID that the caller makes, not '" + text + "'", e);
        }
    }

    /** Left out, it is who is signed on. */
    static String operator(@Nullable String text) {
        if (text == null || text.isBlank()) return "";
        if (text.length() > Limits.CODE_MAX)
            throw new IllegalArgumentException(
                    "operator is the cashier's name or number, at most "
                            + Limits.CODE_MAX
                            + " characters");
        return text;
    }

    /** Blank is not given: a till program may send empty fields. */
    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Of none where the list was left out. */
    static <S, T> List<T> each(String field, @Nullable List<S> asked, Function<S, T> made) {
        if (asked == null) return List.of();
        List<T> all = new ArrayList<>(asked.size());
        for (S one : asked)
            all.add(AtField.read(field + "[" + all.size() + "]", () -> made.apply(one)));
        return all;
    }

    static LocalDate day(String text) {
        return AtField.read(
                "day",
                () -> {
                    try {
                        return LocalDate.parse(text);
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is not a day; write it like 2026-11-21", e);
                    }
                });
    }

    static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, AtField.why(e));
        }
    }
}
