package io.tidemark.edge.record;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.exchange.Quote;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Buys and sells currencies, by what the master data and this till's own journal say, and by what
 * the gateway said of customer and store where it could be asked. Where it could not, this till's
 * own is what counts, and the gateway tells afterwards who should have shown papers, and of which
 * currency the store holds too much.
 */
final class Exchanging {
    private final Command command;
    private final Till till;
    private final Approving approving;

    Exchanging(Command command, Till till, Approving approving) {
        this.command = command;
        this.till = till;
        this.approving = approving;
    }

    /**
     * @throws NotAllowed if a supervisor is needed, the customer must be known, or there is not so
     *     much in the drawer
     */
    CurrencyExchanged exchanged(Ask.Exchange ask) {
        OpenDay day = till.day().orElseThrow();
        Exchange rules = Objects.requireNonNull(command.found().exchange());
        ExchangeTerms terms = terms(rules, ask.foreign().currency(), day.date());
        Quote quote = quote(terms, ask);
        requireAsTold(ask, quote);
        boolean buying = ask.way() == Quote.Way.BUY;
        rules.identificationIn(till.workplace().currency())
                .ifPresent(rule -> requireKnown(rule, ask, quote, day.date()));
        List<Approval> approvals = approvals(terms, ask, quote, day);
        if (!buying) requireInDrawer(day, ask.foreign());
        return new CurrencyExchanged(
                buying ? quote.foreign() : quote.foreign().negated(),
                buying ? quote.base().negated() : quote.base(),
                quote.commission(),
                quote.rate(),
                quote.mid(),
                ask.customer(),
                approvals,
                null);
    }

    /** What is exchanged on a day; a currency of which nothing is said is not. */
    static ExchangeTerms terms(Exchange rules, CurrencyCode foreign, LocalDate day) {
        return rules.inForce(foreign, day)
                .orElseThrow(() -> {
                    List<CurrencyCode> known =
                            rules.inForce(day).stream().map(ExchangeTerms::foreign).toList();
                    return new NotAllowed(
                            Refusal.Kind.CONTENT,
                            known.isEmpty()
                                    ? "this store exchanges no currencies: head office has given it"
                                            + " no rates for "
                                            + day
                                    : foreign
                                            + " is not exchanged here on "
                                            + day
                                            + ": it is one of "
                                            + known);
                });
    }

    private static Quote quote(ExchangeTerms terms, Ask.Exchange ask) {
        ExchangeRate asked = ask.rate();
        return Quote.of(
                terms,
                ask.way(),
                ask.foreign(),
                asked == null ? ask.way().of(terms.rates()) : asked);
    }

    private static void requireAsTold(Ask.Exchange ask, Quote quote) {
        Money told = ask.expected();
        if (told != null && !told.equals(quote.customer()))
            throw new NotAllowed(
                    Refusal.Kind.TOTAL_CHANGED,
                    "it comes to "
                            + quote.customer()
                            + " now, not "
                            + told
                            + " as the customer was told: tell them, and ask again");
    }

    /** Says no figure: the drawer is counted blind. */
    private static void requireInDrawer(OpenDay day, Money amount) {
        if (inDrawer(day, amount.currency()).minor() < amount.minor())
            throw new NotAllowed(
                            Refusal.Kind.CONTENT,
                            "by what this till recorded there is not "
                                    + amount
                                    + " in its drawer: have a float in "
                                    + amount.currency()
                                    + " provided first")
                    .onRecord(new ExchangeRefused(amount.negated()));
    }

    private static Money inDrawer(OpenDay day, CurrencyCode currency) {
        return day.totals().tenders().stream()
                .filter(account -> account.type().equals(TenderType.CASH))
                .filter(account -> account.currency().equals(currency))
                .map(account -> account.expected())
                .findFirst()
                .orElseGet(() -> Money.zero(currency));
    }

    private void requireKnown(Identification rule, Ask.Exchange ask, Quote quote, LocalDate day) {
        CurrencyExchanged.Customer customer = ask.customer();
        long before = before(customer, day, rule.days());
        Money sum = quote.base().plus(new Money(before, quote.base().currency()));
        if (sum.minor() < rule.amount().minor()) return;
        if (customer.reference().isEmpty() || customer.document().isEmpty())
            throw new NotAllowed(
                    Refusal.Kind.IDENTIFICATION,
                    (before == 0 ? "this is " : "with this the customer has exchanged ")
                            + sum
                            + (rule.days() == 1 ? " today" : " within " + rule.days() + " days")
                            + ", and from "
                            + rule.amount()
                            + " on papers are to be seen ("
                            + rule.country()
                            + "): give the customer's number and which paper was seen");
    }

    /** Minor units that the customer exchanged in the days before, as far as this till knows. */
    private long before(CurrencyExchanged.Customer customer, LocalDate day, int days) {
        if (customer.reference().isEmpty()) return 0;
        long own = till.exchanges().minorWithin(customer.reference(), day, days);
        ExchangeKnown known = command.found().exchanged();
        return known == null ? own : known.with(own);
    }

    /**
     * What depends on the drawer is asked last, where all else would do: by asking for what is
     * refused anyway somebody could find out before the count what should be in it. Where only the
     * drawer stands in the way, that was asked is recorded.
     */
    private List<Approval> approvals(
            ExchangeTerms terms, Ask.Exchange ask, Quote quote, OpenDay day) {
        List<Approving.Act> acts = new ArrayList<>();
        if (!terms.rates().allows(quote.rate()))
            acts.add(
                    act(
                            Approval.EXCHANGE_RATE,
                            "rate outside "
                                    + terms.rates().low().value().toPlainString()
                                    + " to "
                                    + terms.rates().high().value().toPlainString(),
                            terms.bounds().firm().rates()));
        List<Approval> ofRate = approving.required(acts);
        Limit most = ask.way() == Quote.Way.BUY ? exceeded(terms, ask.foreign(), day) : null;
        if (most == null) return ofRate;
        try {
            acts.add(
                    act(
                            Approval.EXCHANGE_POSITION,
                            (most.isOfDrawer() ? "a drawer" : "the store")
                                    + " holds at most "
                                    + most.amount(),
                            terms.bounds().firm().limits()));
            return approving.required(acts);
        } catch (NotAllowed e) {
            throw most.isOfDrawer() ? e.onRecord(new ExchangeRefused(ask.foreign())) : e;
        }
    }

    private static Approving.Act act(String what, String why, boolean isFirm) {
        if (isFirm)
            throw new NotAllowed(
                    Refusal.Kind.CONTENT,
                    why + ", by head office's rules for everybody: exchange less, or otherwise");
        return Approving.Act.of(what, why);
    }

    /** Of this till's drawer or of the whole store. */
    private record Limit(Money amount, boolean isOfDrawer) {}

    /** The limit that so much more would exceed; of the store's only if the gateway said. */
    private @Nullable Limit exceeded(ExchangeTerms terms, Money more, OpenDay day) {
        Money drawer = terms.bounds().drawerMax();
        Money after = inDrawer(day, more.currency()).plus(more);
        if (!drawer.isZero() && after.minor() > drawer.minor()) return new Limit(drawer, true);
        return isBeyond(terms, more) ? new Limit(terms.bounds().positionMax(), false) : null;
    }

    private boolean isBeyond(ExchangeTerms terms, Money more) {
        ExchangeKnown known = command.found().exchanged();
        long most = terms.bounds().positionMax().minor();
        return known != null && most > 0 && Math.addExact(known.held(), more.minor()) > most;
    }

    /**
     * Takes an exchange of the open day back as a whole: the same amounts the other way.
     *
     * @throws NotAllowed if there is none, it was taken back before, or a supervisor is needed
     */
    CurrencyExchanged undone(Ask.UndoExchange ask) {
        OpenDay day = till.day().orElseThrow();
        Exchanges.Given given =
                till.exchanges()
                        .given(ask.receipt())
                        .filter(each -> each.day().equals(day.date()))
                        .orElseThrow(() ->
                                refused(
                                        "receipt "
                                                + ask.receipt()
                                                + " is no exchange of the open day at this till:"
                                                + " only that can be taken back"));
        if (given.event().undone() != null)
            throw refused(
                    "receipt "
                            + ask.receipt()
                            + " takes another one back itself: exchange again instead");
        if (given.takenBack() > 0)
            throw refused(
                    "receipt "
                            + ask.receipt()
                            + " was taken back already, with receipt "
                            + given.takenBack());
        List<Approval> approvals = approving.of(Approval.POST_VOID, ask.reason());
        if (given.event().isBuying()) requireInDrawer(day, given.event().foreign());
        OriginalReceipt receipt =
                new OriginalReceipt(
                        till.workplace().journal().node().store(),
                        till.workplace().workstation(),
                        day.date(),
                        ask.receipt());
        return CurrencyExchanged.undoing(
                given.event(), new CurrencyExchanged.Undone(receipt, ask.reason()), approvals);
    }

    private static NotAllowed refused(String why) {
        return new NotAllowed(Refusal.Kind.RETURNED, why);
    }
}
