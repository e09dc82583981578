package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.tidemark.edge.people.Claim;
import io.tidemark.edge.record.Approver;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.AskedDiscount;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails.VoidedLines;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes an ask of a request, or refuses it with what is wrong. */
final class Asked {
    /** From a percentage to parts per million. */
    private static final int PPM_PLACES = 4;

    private static final int PERCENT_SCALE_MAX = 40;

    private Asked() {}

    static Ask.OpenDay of(Requests.OpenDay request) {
        return checked(() ->
                new Ask.OpenDay(
                        id(request.commandId()),
                        operator(request.operator()),
                        each(request.cashFloat(), Amount::toMoney)));
    }

    static Ask.Sell sell(Requests.Retail request) {
        return checked(() ->
                new Ask.Sell(
                        id(request.commandId()),
                        operator(request.operator()),
                        basket(request),
                        approver(request.approval())));
    }

    static Ask.TakeBack takeBack(Requests.Retail request) {
        return checked(() ->
                new Ask.TakeBack(
                        id(request.commandId()),
                        operator(request.operator()),
                        basket(request),
                        approver(request.approval())));
    }

    static Ask.VoidBasket voidBasket(Requests.Retail request) {
        return checked(() ->
                new Ask.VoidBasket(
                        id(request.commandId()),
                        operator(request.operator()),
                        basket(request),
                        approver(request.approval())));
    }

    static Ask.Suspend suspend(Requests.Retail request) {
        return checked(() ->
                new Ask.Suspend(
                        id(request.commandId()), operator(request.operator()), basket(request)));
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
        return checked(
                () -> new OriginalReceipt(store, workstation, LocalDate.parse(day), receipt));
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

    static Ask.MoveCash of(CashMovement.Kind kind, Requests.MoveCash request) {
        return checked(() ->
                new Ask.MoveCash(
                        id(request.commandId()),
                        operator(request.operator()),
                        new CashMovement(
                                kind, request.amount().toMoney(), orEmpty(request.reason())),
                        approver(request.approval())));
    }

    static Ask.OpenDrawer of(Requests.OpenDrawer request) {
        return checked(() ->
                new Ask.OpenDrawer(
                        id(request.commandId()),
                        operator(request.operator()),
                        orEmpty(request.reason()),
                        approver(request.approval())));
    }

    static Ask.Count of(Requests.Count request) {
        return checked(() ->
                new Ask.Count(
                        id(request.commandId()),
                        operator(request.operator()),
                        each(request.counted(), Asked::counted)));
    }

    static Ask.CloseDay of(Requests.CloseDay request) {
        return checked(
                () -> new Ask.CloseDay(id(request.commandId()), operator(request.operator())));
    }

    static List<BasketLine> lines(List<Requests.Line> lines) {
        return checked(() -> each(lines, Asked::line));
    }

    private static Basket basket(Requests.Retail request) {
        Amount expected = request.expectedTotal();
        return new Basket(
                each(request.lines(), Asked::line),
                each(request.tenders(), Asked::tender),
                expected == null ? null : expected.toMoney(),
                extras(request));
    }

    private static Basket.Extras extras(Requests.Retail request) {
        Requests.Voided voided = request.voided();
        return new Basket.Extras(
                discounts(request.discounts()),
                voided == null ? null : new VoidedLines(voided.lines(), voided.amount().toMoney()),
                orEmpty(request.reason()),
                given(request.basket()),
                Boolean.TRUE.equals(request.unchecked()));
    }

    static List<AskedDiscount> discounts(@Nullable List<Requests.Discount> discounts) {
        return checked(() -> each(discounts, Asked::discount));
    }

    private static AskedDiscount discount(Requests.Discount discount) {
        String percent = given(discount.percent());
        Amount amount = discount.amount();
        return new AskedDiscount(
                orEmpty(discount.reason()),
                percent == null ? 0 : ppm(percent),
                amount == null ? null : amount.toMoney());
    }

    private static int ppm(String percent) {
        try {
            BigDecimal given = new BigDecimal(percent);
            // A few characters can name a number of a billion digits: none of it is written out.
            if (Math.abs((long) given.scale()) > PERCENT_SCALE_MAX) throw noPercent();
            return given.movePointRight(PPM_PLACES).intValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw noPercent();
        }
    }

    private static IllegalArgumentException noPercent() {
        return new IllegalArgumentException(
                "percent is a decimal of up to four places, such as 12.5");
    }

    private static @Nullable Approver approver(Requests.@Nullable Approval approval) {
        return approval == null
                ? null
                : new Approver(approval.supervisor(), orEmpty(approval.reason()));
    }

    private static BasketLine line(Requests.Line line) {
        Unit unit = line.unit() == null ? Unit.PIECE : Unit.of(line.unit());
        return new BasketLine(
                new BasketLine.Named(
                        given(line.plu()),
                        given(line.gtin()),
                        given(line.description()),
                        given(line.department()),
                        given(line.taxCategory())),
                Quantity.of(line.quantity(), unit),
                line.unitPrice() == null ? null : UnitPrice.of(line.unitPrice()),
                original(line.original()),
                line.discount() == null ? null : discount(line.discount()),
                orEmpty(line.priceReason()));
    }

    private static @Nullable OriginalLine original(Requests.@Nullable Original original) {
        if (original == null) return null;
        return new OriginalLine(
                original.store(),
                original.workstation(),
                LocalDate.parse(original.day()),
                original.receipt(),
                original.line());
    }

    private static Tender tender(Requests.Tender tender) {
        return Tender.of(new TenderType(tender.type()), tender.amount().toMoney());
    }

    private static CountedTender counted(Requests.Counted counted) {
        return new CountedTender(
                new TenderType(counted.tender()),
                new Money(counted.minor(), new CurrencyCode(counted.currency())));
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
    static <S, T> List<T> each(@Nullable List<S> asked, Function<S, T> made) {
        if (asked == null) return List.of();
        List<T> all = new ArrayList<>(asked.size());
        for (S one : asked) {
            if (one == null)
                throw new IllegalArgumentException("a list has an empty item (null): leave it out");
            all.add(made.apply(one));
        }
        return all;
    }

    static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
