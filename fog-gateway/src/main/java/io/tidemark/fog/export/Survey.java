package io.tidemark.fog.export;

import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a format has to declare before it tells the first receipt: people, articles, VAT, tenders,
 * and which Zs there were. As large as the catalogue at most, however many receipts there are.
 */
public final class Survey {
    private final ClosedDay day;
    private final SortedMap<String, Person> people = new TreeMap<>();
    private final SortedMap<String, Article> articles = new TreeMap<>();
    private final SortedSet<String> departments = new TreeSet<>();
    private final SortedSet<TaxCategory> taxes = new TreeSet<>();
    private final SortedSet<TenderType> tenders = new TreeSet<>();
    private final SortedMap<String, CurrencyCode> currencies = new TreeMap<>();
    private final Map<CurrencyCode, ExchangeRate> rates = new HashMap<>();
    private final Map<String, OfRegister> registers = new HashMap<>();

    /**
     * @param name as the operator signed on; the number where nobody did
     * @param role as the master data had it; empty where nobody signed on
     */
    public record Person(String name, String role) {}

    /** As a line of the day told it. */
    public record Article(String description, String department) {}

    /** What a workstation's day holds beside its entries. */
    private static final class OfRegister {
        private final List<Period> periods = new ArrayList<>();
        private final Map<Long, Integer> copies = new HashMap<>();
        private final Set<Long> voided = new HashSet<>();
        private @Nullable DayEntry last;
        private boolean open;
    }

    private Survey(ClosedDay day) {
        this.day = day;
    }

    /**
     * Reads the whole day once.
     *
     * @throws io.tidemark.ledger.event.EntryPruned if receipts of the day are no longer here
     */
    public static Survey of(ClosedDay day) {
        Survey survey = new Survey(day);
        survey.currencies.put(day.currency().code(), day.currency());
        for (Register register : day.registers()) survey.look(register);
        return survey;
    }

    private void look(Register register) {
        OfRegister seen = new OfRegister();
        registers.put(register.workstation(), seen);
        register.show(entry -> look(register, entry, seen));
        DayEntry last = seen.last;
        if (last != null && (seen.open || seen.periods.isEmpty()))
            seen.periods.add(new Period(nextZ(register, seen.periods), false, last.header().at()));
    }

    private void look(Register register, DayEntry entry, OfRegister seen) {
        seen.last = entry;
        person(entry);
        if (entry.event() instanceof RetailTransaction sold) sold(sold.lines(), sold.tenders());
        else if (entry.event() instanceof TrainingTransaction training)
            sold(training.lines(), training.tenders());
        else money(entry.event());
        if (entry.event() instanceof ReceiptCopied(var receipt, int copy)
                && isHere(register, receipt)) seen.copies.merge(receipt.receipt(), copy, Math::max);
        if (entry.event() instanceof PostVoided voided && isHere(register, voided.original()))
            seen.voided.add(voided.original().receipt());
        if (entry.event() instanceof CurrencyExchanged exchanged) undone(register, exchanged, seen);
        if (entry.event() instanceof TillDayClosed closed) {
            seen.periods.add(new Period(closed.zNumber(), true, entry.header().at()));
            seen.open = false;
        } else if (Happening.of(entry.event()).isOfTheShop()) seen.open = true;
    }

    private void undone(Register register, CurrencyExchanged exchanged, OfRegister seen) {
        CurrencyExchanged.Undone undone = exchanged.undone();
        if (undone != null && isHere(register, undone.receipt()))
            seen.voided.add(undone.receipt().receipt());
    }

    private boolean isHere(Register register, OriginalReceipt receipt) {
        return receipt.workstation().equals(register.workstation())
                && receipt.store().equals(day.gateway().store())
                && receipt.day().equals(day.day());
    }

    private void person(DayEntry entry) {
        String operator = entry.header().operator();
        if (operator.isEmpty()) return;
        if (entry.event() instanceof OperatorSession session && !session.name().isBlank())
            people.put(operator, new Person(session.name(), session.role()));
        else people.putIfAbsent(operator, new Person(operator, ""));
    }

    private void sold(List<Line> lines, List<Tender> given) {
        for (Line line : lines) {
            articles.put(line.plu(), new Article(line.description(), line.department()));
            departments.add(line.department());
            taxes.add(line.tax());
        }
        for (Tender tender : given) {
            tenders.add(tender.type());
            CurrencyCode currency = tender.amount().currency();
            currencies.put(currency.code(), currency);
            rates.putIfAbsent(currency, tender.rate());
        }
    }

    private void money(Event event) {
        if (event instanceof CurrencyExchanged exchanged)
            rates.putIfAbsent(exchanged.foreign().currency(), exchanged.mid());
        if (event instanceof TillCounted(var counted))
            counted.forEach(count -> tenders.add(count.type()));
        for (Money amount : Happening.of(event).cash()) {
            tenders.add(TenderType.CASH);
            currencies.put(amount.currency().code(), amount.currency());
        }
    }

    /**
     * The number that the workstation's next till Z gets: where its till was lost or is still in
     * the day, this is the Z that the entries will be under.
     */
    private long nextZ(Register register, List<Period> periods) {
        if (!periods.isEmpty()) return periods.getLast().zNumber() + 1;
        StoreHistory before = day.before();
        return 1
                + before.closed().stream()
                        .flatMap(closed -> closed.tills().stream())
                        .filter(part -> part.workstation().equals(register.workstation()))
                        .mapToLong(part -> part.zNumber())
                        .max()
                        .orElse(0);
    }

    public ClosedDay day() {
        return day;
    }

    /** By their numbers. */
    public SortedMap<String, Person> people() {
        return Collections.unmodifiableSortedMap(people);
    }

    /** By their PLU. */
    public SortedMap<String, Article> articles() {
        return Collections.unmodifiableSortedMap(articles);
    }

    public SortedSet<String> departments() {
        return Collections.unmodifiableSortedSet(departments);
    }

    public SortedSet<TaxCategory> taxes() {
        return Collections.unmodifiableSortedSet(taxes);
    }

    public SortedSet<TenderType> tenders() {
        return Collections.unmodifiableSortedSet(tenders);
    }

    /** All that money of the day is in, the store's own always among them. */
    public List<CurrencyCode> currencies() {
        return List.copyOf(currencies.values());
    }

    /** The workstation's Zs of the day, in order; none where it recorded nothing. */
    public List<Period> periods(Register register) {
        return List.copyOf(seen(register).periods);
    }

    /** Of an entry: what comes after the last Z and is nothing of the shop's belongs to that. */
    public Period period(Register register, DayEntry entry) {
        List<Period> periods = seen(register).periods;
        return periods.get(Math.min(entry.period(), periods.size() - 1));
    }

    /** How often this receipt of the workstation was printed again on the same day. */
    public int copies(Register register, long receipt) {
        return seen(register).copies.getOrDefault(receipt, 0);
    }

    /** Whether this receipt of the workstation was post-voided. */
    public boolean isVoided(Register register, long receipt) {
        return seen(register).voided.contains(receipt);
    }

    /**
     * In the store's currency: by the rate at which the day first took the other one; zero where it
     * never did, since the journal knows none then.
     */
    public Money inStoreCurrency(Money amount) {
        if (amount.currency().equals(day.currency())) return amount;
        ExchangeRate rate = rates.get(amount.currency());
        return rate == null ? Money.zero(day.currency()) : rate.convert(amount, day.currency());
    }

    /** Whether that is known. */
    public boolean hasRate(CurrencyCode currency) {
        return currency.equals(day.currency()) || rates.containsKey(currency);
    }

    /** By which that is; 1 where there is none. */
    public ExchangeRate rate(CurrencyCode currency) {
        return rates.getOrDefault(currency, ExchangeRate.ONE);
    }

    private OfRegister seen(Register register) {
        return registers.getOrDefault(register.workstation(), new OfRegister());
    }
}
