package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.CameBack;
import io.tidemark.edge.record.CardKnown;
import io.tidemark.edge.record.ExchangeKnown;
import io.tidemark.edge.record.Found;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.edge.sync.GatewayQuestions;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.exchange.Quote;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.ReturnedPart;
import io.tidemark.ledger.question.Subject;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a command needs to be told about earlier receipts before the till decides it. */
final class LookedUp {
    /** Receipts that goods of one basket may come back with. */
    static final int RECEIPTS_MAX = 20;

    private final TillDesk desk;
    private final ReceiptSearch search;
    private int asked;

    private LookedUp(TillDesk desk, GatewayQuestions questions) {
        this.desk = desk;
        this.search = new ReceiptSearch(desk, questions);
    }

    /** The receipts that lines of a basket come back with: here, and at the gateway. */
    static Found originals(Basket basket, TillDesk desk) {
        return new LookedUp(desk, desk.questions()).originals(basket);
    }

    /** The same on the way of a sale: the gateway is not asked. */
    static Found originalsHere(Basket basket, TillDesk desk) {
        return new LookedUp(desk, GatewayQuestions.NOBODY).originals(basket);
    }

    /**
     * What the gateway says of a gift card.
     *
     * @param known null where it said nothing
     * @param gateway ANSWERED, OFFLINE or TIMED_OUT
     */
    record Card(@Nullable CardKnown known, String gateway) {}

    static Card card(String number, TillDesk desk) {
        GatewayQuestions.Outcome told =
                GatewayAsked.now(desk.questions(), new Subject.GiftCard(number));
        CardKnown known =
                told instanceof GatewayQuestions.Outcome.Answered(Reply.GiftCard card)
                        ? new CardKnown(card.here(), card.elsewhere())
                        : null;
        return new Card(known, BasketsApi.name(told));
    }

    /**
     * What bears on an exchange: the rules, and where the gateway's word may matter, that, or what
     * this till knows alone.
     */
    static Found exchanging(Ask.Exchange ask, Exchange rules, TillDesk desk) {
        LocalDate day = desk.recorder().view().businessDay();
        if (day == null || !matters(ask, rules, day, desk)) return Found.exchanging(rules, null);
        int days =
                rules.identificationIn(desk.workplace().currency())
                        .map(Identification::days)
                        .orElse(1);
        GatewayQuestions.Outcome told =
                GatewayAsked.now(
                        desk.questions(),
                        new Subject.Exchanged(
                                ask.customer().reference(),
                                day.minusDays(days - 1L),
                                day,
                                ask.foreign().currency()));
        ExchangeKnown known =
                told instanceof GatewayQuestions.Outcome.Answered(Reply.Exchanged said)
                        ? new ExchangeKnown(said.here(), said.elsewhere(), said.held())
                        : null;
        return Found.exchanging(rules, known);
    }

    /** A customer who is named and showed no papers, and more for a store that may hold so much. */
    private static boolean matters(Ask.Exchange ask, Exchange rules, LocalDate day, TillDesk desk) {
        CurrencyExchanged.Customer customer = ask.customer();
        boolean linked =
                !customer.reference().isEmpty()
                        && customer.document().isEmpty()
                        && rules.identificationIn(desk.workplace().currency()).isPresent();
        return linked
                || (ask.way() == Quote.Way.BUY
                        && rules.inForce(ask.foreign().currency(), day)
                                .filter(terms -> !terms.bounds().positionMax().isZero())
                                .isPresent());
    }

    /** The gift cards that a basket is paid with: nothing that this till could know alone. */
    static Map<String, CardKnown> cards(Basket basket, TillDesk desk) {
        return cards(
                basket.tenders().stream()
                        .filter(tender -> !tender.amount().isNegative())
                        .flatMap(tender -> Stream.ofNullable(tender.card()))
                        .map(CardUse::number),
                desk);
    }

    private static Map<String, CardKnown> cards(Stream<String> numbers, TillDesk desk) {
        Map<String, CardKnown> known = new HashMap<>();
        numbers.distinct()
                .limit(RECEIPTS_MAX)
                .forEach(number -> {
                    CardKnown card = card(number, desk).known();
                    if (card != null) known.put(number, card);
                });
        return known;
    }

    /**
     * A receipt of this till that is to be taken back as a whole.
     *
     * @throws Refusal if this till gave none of that number
     */
    static Found undone(long receipt, TillDesk desk) {
        return new LookedUp(desk, desk.questions()).undone(receipt);
    }

    private Found originals(Basket basket) {
        List<OriginalLine> lines =
                basket.lines().stream()
                        .flatMap(line -> Stream.ofNullable(line.original()))
                        .map(OriginalLine::key)
                        .distinct()
                        .toList();
        if (lines.isEmpty()) return Found.NONE;
        Map<OriginalReceipt, ReceiptSearch.Result> receipts = new HashMap<>();
        for (OriginalLine line : lines) receipts.computeIfAbsent(receiptOf(line), this::find);
        Map<OriginalLine, Found.Sold> sold = new HashMap<>();
        Map<OriginalLine, String> lacking = new HashMap<>();
        for (OriginalLine line : lines)
            switch (Objects.requireNonNull(receipts.get(receiptOf(line)))) {
                case ReceiptSearch.Result.Whole whole -> sold.put(line, sold(line, whole));
                case ReceiptSearch.Result.Lacking(var _, String why) -> lacking.put(line, why);
            }
        return Found.lines(sold, lacking);
    }

    private ReceiptSearch.Result find(OriginalReceipt receipt) {
        if (++asked > RECEIPTS_MAX)
            throw refused(
                    "goods of at most "
                            + RECEIPTS_MAX
                            + " receipts come back at a time: take them back in parts");
        return search.find(receipt);
    }

    private Found.Sold sold(OriginalLine line, ReceiptSearch.Result.Whole whole) {
        List<Line> lines = whole.given().lines();
        if (whole.given() instanceof PostVoided)
            throw refused(
                    "receipt "
                            + line.receipt()
                            + " takes another one back itself: nothing was sold with it");
        if (line.line() > lines.size())
            throw refused(
                    "receipt "
                            + line.receipt()
                            + " has "
                            + lines.size()
                            + " lines, and no line "
                            + line.line());
        Line was = lines.get(line.line() - 1);
        if (was.quantity().thousandths() <= 0)
            throw refused(
                    "line "
                            + line.line()
                            + " of receipt "
                            + line.receipt()
                            + " came back itself with that receipt: nothing was sold on it");
        return cameBack(whole.returned()).of(line.line(), was);
    }

    private CameBack cameBack(List<ReturnedPart> parts) {
        return new CameBack(desk.workplace().workstation(), parts);
    }

    private Found undone(long number) {
        RecordedEntry entry =
                search.byNumber(number)
                        .orElseThrow(() ->
                                new Refusal(
                                        HttpStatus.NOT_FOUND,
                                        "this till has given no receipt " + number));
        if (!(entry.entry().event() instanceof RetailTransaction given))
            throw refused(
                    "receipt "
                            + number
                            + " is of currencies that were exchanged: take it back as an exchange");
        OriginalReceipt receipt =
                new OriginalReceipt(
                        entry.journal().node().store(),
                        entry.entry().header().workstation(),
                        entry.entry().header().businessDay(),
                        number);
        List<ReturnedPart> parts =
                search.find(receipt) instanceof ReceiptSearch.Result.Whole whole
                        ? whole.returned()
                        : List.of();
        return Found.undoing(new Found.Undone(receipt, given, cameBack(parts).elsewhere()))
                .with(
                        cards(
                                CardMovement.of(given).stream()
                                        .filter(moved -> moved.loaded() > 0)
                                        .map(CardMovement::number),
                                desk));
    }

    static OriginalReceipt receiptOf(OriginalLine line) {
        return new OriginalReceipt(line.store(), line.workstation(), line.day(), line.receipt());
    }

    private static Refusal refused(String why) {
        return new Refusal(Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, why).ofKind("returned"));
    }
}
