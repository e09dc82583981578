package io.tidemark.fog;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A till's journal in memory: what it records, and what it would send of it. */
public final class LaboratoryTill {
    private final JournalId journal;
    private final Signer signer;
    private final CurrencyCode currency;
    private final ZoneId zone;
    private final List<EntryBytes> entries = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private String workstation = "1";
    private String operator = "Ann";
    private LocalTime time = LocalTime.of(10, 30);
    private boolean isWinter;
    private LocalDate day = LocalDate.of(2026, 11, 20);
    private TotalsSum totals;
    private ReceiptDigest receipts = ReceiptDigest.NONE;
    private long dayFirst = 1;
    private long receipt;
    private long zNumber;

    LaboratoryTill(JournalId journal, Signer signer, CurrencyCode currency, ZoneId zone) {
        this.journal = journal;
        this.signer = signer;
        this.currency = currency;
        this.zone = zone;
        totals = new TotalsSum(currency);
        heads.add(Head.genesis(journal));
    }

    public LaboratoryTill opens(LocalDate businessDay) {
        day = businessDay;
        dayFirst = head().sequence() + 1;
        totals = new TotalsSum(currency);
        receipts = ReceiptDigest.NONE;
        record(new BusinessDayOpened(currency, zone.getId(), 4));
        return record(new TillOpened(List.of(pounds("100.00"))));
    }

    /** Another workstation than the one that all are at if nobody says so. */
    public LaboratoryTill at(String other) {
        workstation = other;
        return this;
    }

    /** From here on, of an hour that a day has twice, the second one. */
    public LaboratoryTill afterClocksWentBack() {
        isWinter = true;
        return this;
    }

    /** Who does what follows, and when. */
    public LaboratoryTill by(String who, LocalTime when) {
        operator = who;
        time = when;
        return this;
    }

    public LaboratoryTill sells(String price) {
        Line line =
                Line.priced(
                        new Line.Article(
                                "85123A",
                                null,
                                "HEART T-LIGHT HOLDER",
                                "gifts",
                                new TaxCategory("S", new TaxRate(200_000))),
                        UnitPrice.of(price),
                        PriceOrigin.CATALOGUE,
                        Quantity.pieces(2),
                        currency);
        SaleCompleted sale =
                new SaleCompleted(
                        currency,
                        List.of(line),
                        List.of(Tender.of(TenderType.CASH, line.gross())),
                        Money.zero(currency));
        return record(sale);
    }

    /** What is in the drawer, in the store's currency. */
    public LaboratoryTill counts(String cash) {
        return record(new TillCounted(List.of(new CountedTender(TenderType.CASH, pounds(cash)))));
    }

    /** A sale that is of an earlier day than the one the till is in. */
    public LaboratoryTill late(LocalDate businessDay, String price) {
        LocalDate now = day;
        day = businessDay;
        sells(price);
        day = now;
        return this;
    }

    public LaboratoryTill closesDay() {
        Head before = head();
        return record(
                new TillDayClosed(
                        ++zNumber,
                        dayFirst,
                        before.sequence(),
                        before.hash(),
                        totals.totals(),
                        receipts));
    }

    /** The same till again, as from a copied disk. */
    public LaboratoryTill cloned() {
        LaboratoryTill clone = new LaboratoryTill(journal, signer, currency, zone);
        clone.entries.addAll(entries);
        clone.heads.clear();
        clone.heads.addAll(heads);
        clone.day = day;
        clone.dayFirst = dayFirst;
        clone.receipt = receipt;
        clone.zNumber = zNumber;
        clone.receipts = receipts;
        return clone;
    }

    /** The journal that goes on from this one, its branch taken in byte for byte. */
    public LaboratoryTill continues(EpochGrant grant, Carried carried) {
        LaboratoryTill next = new LaboratoryTill(grant.successor(), signer, currency, zone);
        next.starts(JournalContinued.of(grant, head().sequence(), carried));
        for (EntryBytes entry : entries.subList((int) grant.shared().sequence(), entries.size()))
            next.takesIn(entry);
        return next;
    }

    /** What was recorded before, recorded again: the till knows nothing of it. */
    public LaboratoryTill asksAgain(EntryBytes answered) {
        takesIn(answered);
        return this;
    }

    /** On a disk that is still in another business day. */
    public LaboratoryTill asksAgain(EntryBytes answered, LocalDate day) {
        Entry entry = EntryCodec.decode(answered);
        EntryHeader header = entry.header();
        EntryHeader there =
                new EntryHeader(
                        header.type(),
                        header.critical(),
                        header.command(),
                        header.commandDigest(),
                        header.workstation(),
                        header.operator(),
                        header.shift(),
                        day,
                        header.at(),
                        header.receipt(),
                        header.masterDataVersion(),
                        header.key());
        return asksAgain(EntryCodec.encode(new Entry(there, entry.event())));
    }

    /** A new till that goes on where another stood. */
    public LaboratoryTill replaces(EpochGrant grant, Carried carried) {
        starts(JournalContinued.of(grant, 0, carried));
        return this;
    }

    private void starts(JournalContinued first) {
        Carried.Day open = first.carried().day();
        receipt = first.carried().lastReceipt();
        zNumber = first.carried().lastZ();
        if (open != null) day = open.date();
        record(first);
        if (open == null) return;
        totals = TotalsSum.from(open.totals());
        receipts = open.receipts();
    }

    private void takesIn(EntryBytes bytes) {
        Entry entry = EntryCodec.decode(bytes);
        totals.add(entry.event());
        if (entry.event() instanceof SaleCompleted sale) {
            receipt = entry.header().receipt();
            receipts = receipts.then(receipt, sale.lines().size(), sale.total());
        }
        append(bytes);
    }

    /** An entry of a version to come. */
    public LaboratoryTill recordsUnknown(boolean critical) {
        return record(new Unknown(999, critical, new byte[] {0x01}));
    }

    /** Whether or not anybody opens that day. */
    public LaboratoryTill adoptsMasterData(LocalDate on) {
        day = on;
        return record(new MasterDataAdopted(1, Hash.digest(new byte[1])));
    }

    /** An entry that says nothing at all. */
    public LaboratoryTill recordsPoison() {
        return append(new EntryBytes(new byte[] {0x01}, new byte[] {0x02}));
    }

    public LaboratoryTill record(Event event) {
        totals.add(event);
        if (event instanceof RetailTransaction given) {
            receipt++;
            receipts = receipts.then(receipt, given.lines().size(), given.total());
        }
        int type = EventType.of(event).map(EventType::code).orElse(999);
        boolean critical =
                event instanceof Unknown unknown
                        ? unknown.critical()
                        : EventType.of(event).orElseThrow().critical();
        EntryHeader header =
                new EntryHeader(
                        type,
                        critical,
                        new CommandId(UUID.nameUUIDFromBytes(head().hash().toBytes())),
                        0,
                        workstation,
                        operator,
                        1,
                        day,
                        at(),
                        event instanceof RetailTransaction ? receipt : 0,
                        0,
                        1);
        return append(EntryCodec.encode(new Entry(header, event)));
    }

    private OffsetDateTime at() {
        ZonedDateTime at = day.atTime(time).atZone(zone);
        return (isWinter ? at.withLaterOffsetAtOverlap() : at).toOffsetDateTime();
    }

    public Head head() {
        return heads.getLast();
    }

    public Head headAt(long sequence) {
        return heads.get((int) sequence);
    }

    public Hash hashAt(long sequence) {
        return heads.get((int) sequence).hash();
    }

    public List<EntryBytes> entries() {
        return List.copyOf(entries);
    }

    public JournalId journal() {
        return journal;
    }

    public byte[] hello() {
        return new Hello(SignedHead.sign(journal, head(), signer)).toBytes();
    }

    /** Everything from this sequence on, as one batch. */
    public byte[] batch(long from) {
        return batch(from, head().sequence());
    }

    public byte[] batch(long from, long last) {
        return new Batch(
                        journal,
                        from,
                        entries.subList((int) from - 1, (int) last),
                        SignedHead.sign(journal, heads.get((int) last), signer))
                .toBytes();
    }

    private LaboratoryTill append(EntryBytes entry) {
        entries.add(entry);
        heads.add(head().then(entry));
        return this;
    }

    /** So much of the store's currency. */
    private Money pounds(String amount) {
        return Money.rounded(new java.math.BigDecimal(amount), currency);
    }
}
