package io.tidemark.edge.record;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CurrencyExchanged;
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

/**
 * Buys and sells currencies, by what the master data and this till's own journal say: no network is
 * asked, so what a customer exchanged at other tills of the store is seen by its gateway only.
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
        if (!buying) requireInDrawer(day, ask.foreign());
        rules.identificationIn(till.workplace().currency())
                .ifPresent(rule -> requireKnown(rule, ask, quote, day.date()));
        return new CurrencyExchanged(
                buying ? quote.foreign() : quote.foreign().negated(),
                buying ? quote.base().negated() : quote.base(),
                quote.commission(),
                quote.rate(),
                quote.mid(),
                ask.customer(),
                approving.required(acts(terms, ask, quote, day)),
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
                            + " provided first");
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
        long before =
                customer.reference().isEmpty()
                        ? 0
                        : till.exchanges().minorWithin(customer.reference(), day, rule.days());
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

    private static List<Approving.Act> acts(
            ExchangeTerms terms, Ask.Exchange ask, Quote quote, OpenDay day) {
        List<Approving.Act> acts = new ArrayList<>();
        if (!terms.rates().allows(quote.rate()))
            acts.add(
                    Approving.Act.of(
                            Approval.EXCHANGE_RATE,
                            "rate outside "
                                    + terms.rates().low().value().toPlainString()
                                    + " to "
                                    + terms.rates().high().value().toPlainString()));
        long most = terms.drawerMax().minor();
        boolean beyond =
                ask.way() == Quote.Way.BUY
                        && most > 0
                        && inDrawer(day, ask.foreign().currency()).plus(ask.foreign()).minor()
                                > most;
        if (beyond)
            acts.add(
                    Approving.Act.of(
                            Approval.EXCHANGE_POSITION,
                            "a drawer holds at most " + terms.drawerMax()));
        return acts;
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
        if (given.event().isBuying()) requireInDrawer(day, given.event().foreign());
        OriginalReceipt receipt =
                new OriginalReceipt(
                        till.workplace().journal().node().store(),
                        till.workplace().workstation(),
                        day.date(),
                        ask.receipt());
        return CurrencyExchanged.undoing(
                given.event(),
                new CurrencyExchanged.Undone(receipt, ask.reason()),
                approving.of(Approval.POST_VOID, ask.reason()));
    }

    private static NotAllowed refused(String why) {
        return new NotAllowed(Refusal.Kind.RETURNED, why);
    }
}
