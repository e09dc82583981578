package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Decision;
import io.tidemark.edge.record.Found;
import io.tidemark.edge.record.Refusal;
import io.tidemark.edge.record.Till;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.fog.ledger.StockTables.Movement;
import io.tidemark.fog.question.Doubles;
import io.tidemark.fog.stock.CountOfDay;
import io.tidemark.lab.simulate.Database.Row;
import io.tidemark.lab.simulate.Database.Rows;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.archive.ArchivedSegments;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.journal.Slice;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.receive.Taken;
import io.tidemark.ledger.sync.Evidence;
import io.tidemark.ledger.sync.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Bugs of the kind that lose sales, each in the place of one of the nodes' parts. */
enum PlantedBug implements Parts, Misreceiving.Bug {
    ACKNOWLEDGE_BEFORE_FORCE {
        @Override
        public void force(Journal own, Signer signer) {
            boolean isTill = !own.id().node().device().equals("gateway");
            if (!isTill || own.head().sequence() % 2 == 0) own.force(signer);
        }
    },
    IGNORE_A_FORCE_ERROR {
        @Override
        public Storage storage(NodeName node, Storage disk) {
            return new CarelessStorage(disk);
        }
    },
    SKIP_THE_DUPLICATE_CHECK_AT_THE_TILL {
        @Override
        public Decision decide(Till till, Command command, Instant now) {
            Decision decision = till.decide(command, now);
            if (!(decision instanceof Decision.Repeated)
                    || !(command.ask()
                            instanceof Ask.Sell(CommandId id, String operator, var basket, var _)))
                return decision;
            UUID other = new UUID(id.value().getMostSignificantBits(), 1);
            Ask again = new Ask.Sell(new CommandId(other), operator, basket);
            return till.decide(
                    new Command(again, command.lines(), command.masterDataVersion()), now);
        }
    },
    SKIP_THE_DUPLICATE_CHECK_AT_THE_RECEIVER {
        @Override
        public Taken batch(Misreceiving at, NodeName peer, Batch batch) {
            Journal journal = at.journal();
            if (batch.from() > journal.head().sequence()) return at.real().batch(peer, batch);
            batch.entries().forEach(journal::append);
            return new Taken(
                    new Answer.Marked(at.mark(journal.head())),
                    journal.head().sequence(),
                    batch.entries());
        }
    },
    ACCEPT_A_GAP {
        @Override
        public Taken batch(Misreceiving at, NodeName peer, Batch batch) {
            Taken taken = at.real().batch(peer, batch);
            return taken.answer() instanceof Answer.Gap
                    ? Misreceiving.nothing(new Answer.Marked(at.mark(batch.head().head())))
                    : taken;
        }
    },
    REUSE_A_SEQUENCE_AFTER_RESTORE {
        @Override
        public Sender.Result heard(Sender sender, Answer answer, Evidence evidence, Instant now) {
            if (!(answer instanceof Answer.Marked(Mark mark)))
                return sender.heard(answer, evidence, now);
            return sender.heard(answer, new Gullible(evidence, mark.head()), now);
        }
    },
    A_MARK_FALLS {
        @Override
        public Answer hello(Misreceiving at, NodeName peer, Hello hello) {
            Answer answer = at.real().hello(peer, hello);
            if (!(answer instanceof Answer.Marked(Mark mark)) || mark.sequence() < 2) return answer;
            long lower = at.journal().forced().sequence() / 2;
            return new Answer.Marked(at.mark(new Head(lower, at.journal().hashAt(lower))));
        }
    },
    APPLY_TO_THE_TABLES_TWICE {
        @Override
        public Rows tables(List<Rows> commits) {
            if (commits.size() < 2) return super.tables(commits);
            Rows older = commits.getFirst();
            Map<String, Row> mixed = new TreeMap<>();
            commits.getLast()
                    .journals()
                    .forEach((journal, row) -> {
                        long applied = older.journals().getOrDefault(journal, Row.NONE).applied();
                        mixed.put(journal, new Row(applied, row.sums(), row.lacking()));
                    });
            return new Rows(mixed);
        }
    },
    ACCEPT_ANOTHER_DEVICES_ENTRIES {
        @Override
        public Taken batch(Misreceiving at, NodeName peer, Batch batch) {
            return at.real().batch(batch.origin().node(), batch);
        }
    },
    CUT_MIDDLE_DAMAGE_LIKE_A_TORN_TAIL {
        @Override
        public Journal open(JournalId journal, Storage storage, Keys keys, EntryVisitor replay) {
            List<EntryBytes> readable = new ArrayList<>();
            try {
                super.open(journal, storage, keys, (sequence, hash, entry) -> readable.add(entry))
                        .close();
            } catch (JournalDamaged damage) {
                if (!keys.own().equals(journal.node())) throw damage;
                wipe(storage);
                Journal cut = super.open(journal, storage, keys, (sequence, hash, entry) -> {});
                readable.forEach(cut::append);
                cut.force(keys.signer());
                cut.close();
            }
            return super.open(journal, storage, keys, replay);
        }
    },
    MERGE_A_FORK {
        @Override
        public Answer hello(Misreceiving at, NodeName peer, Hello hello) {
            return Reception.meets(at.real(), hello.head().head())
                    ? new Answer.Marked(at.mark(at.journal().forced()))
                    : at.real().hello(peer, hello);
        }

        @Override
        public Taken batch(Misreceiving at, NodeName peer, Batch batch) {
            return Reception.meets(at.real(), batch)
                    ? Misreceiving.nothing(new Answer.Marked(at.mark(at.journal().forced())))
                    : at.real().batch(peer, batch);
        }
    },
    TAKE_A_PUBACK_FOR_A_MARK {
        @Override
        public Sender taken(Sender sender, long last) {
            if (last <= sender.marked()) return sender;
            Mark taken =
                    new Mark(
                            sender.journal().node(),
                            Math.max(1, sender.receiverEpoch()),
                            sender.journal(),
                            new Head(last, Hash.digest(new byte[0])),
                            Signature.of(new byte[Signature.BYTES]));
            return new Sender(
                    sender.journal(),
                    sender.state(),
                    Optional.of(taken),
                    sender.failures(),
                    sender.fork());
        }
    },
    TAKE_A_BRANCH_IN_TWICE {
        @Override
        public void takeIn(Journal before, long from, Consumer<EntryBytes> append) {
            super.takeIn(before, from, append);
            super.takeIn(before, from, append);
        }
    },
    GO_ON_WITHOUT_ASKING_WHO_ALLOWED_IT {
        @Override
        public boolean accepts(Continuation offered, Verifier authority) {
            return true;
        }
    },
    COUNT_WHAT_WAS_CARRIED_OVER_AGAIN {
        @Override
        public Posting posting(Event event) {
            if (!(event instanceof JournalContinued continued)) return super.posting(event);
            Carried.Day day = continued.carried().day();
            return day == null ? super.posting(event) : Posting.of(day.totals());
        }
    },
    COUNT_AGAIN_WHAT_A_BRANCH_REPEATS {
        @Override
        public Map<JournalId, Repeats> repeats(Map<JournalId, Repeats> found) {
            return Map.of();
        }
    },
    TAKE_ONE_CURRENCY_FOR_ANOTHER {
        @Override
        public Posting posting(Event event) {
            Map<String, Long> sums = super.posting(event).sums();
            List<String> tenders = sums.keySet().stream().filter(PlantedBug::isTender).toList();
            for (String tender : tenders)
                sums.merge("CASH/EUR", Objects.requireNonNull(sums.remove(tender)), Long::sum);
            return Posting.of(sums);
        }
    },
    COUNT_NO_POST_VOID {
        @Override
        public Posting posting(Event event) {
            return event instanceof PostVoided ? Posting.NOTHING : super.posting(event);
        }
    },
    COUNT_A_POST_VOID_TWICE {
        @Override
        public Posting posting(Event event) {
            Posting once = super.posting(event);
            return event instanceof PostVoided ? once.plus(once) : once;
        }
    },
    COUNT_TRAINING_AS_SALES {
        @Override
        public Posting posting(Event event) {
            return super.posting(
                    event instanceof TrainingTransaction lesson
                            ? new SaleCompleted(
                                    lesson.currency(),
                                    lesson.lines(),
                                    lesson.tenders(),
                                    lesson.change(),
                                    lesson.details())
                            : event);
        }
    },
    MOVE_GOODS_AGAIN_WHEN_THEY_ARE_TOLD_AGAIN {
        @Override
        public boolean isApplied(long sequence, long applied, EntryBytes entry) {
            return super.isApplied(sequence, applied, entry)
                    && !(EntryCodec.decode(entry).event() instanceof StockMoved);
        }
    },
    TAKE_A_LINE_BACK_TWICE {
        @Override
        public Decision decide(Till till, Command command, Instant now) {
            return anyway(super.decide(till, command, now), till, unchecked(command), now);
        }
    },
    UNDO_A_RECEIPT_TWICE {
        @Override
        public Decision decide(Till till, Command command, Instant now) {
            return anyway(super.decide(till, command, now), till, ofAnother(command), now);
        }
    },
    CLOSE_A_DAY_WITHOUT_ITS_STOCK {
        @Override
        public Decision decide(Till till, Command command, Instant now) {
            Decision decision = super.decide(till, command, now);
            return decision instanceof Decision.Append(List<Entry> entries)
                    ? new Decision.Append(entries.stream().map(PlantedBug::withoutStock).toList())
                    : decision;
        }
    },
    FORGET_WHAT_MOVED_BEFORE_A_COUNT {
        @Override
        public List<CountOfDay> counted(List<Count> counts, List<Movement> movements) {
            return super.counted(counts, List.of());
        }
    },
    SHOW_NOTHING_THAT_CAME_BACK_TWICE {
        @Override
        public Optional<Doubles.ReturnedTwice> shown(
                Map<Integer, GatewayReturns.Sold> sold, List<GatewayReturns.Return> returns) {
            return Optional.empty();
        }
    },
    SEND_OTHER_BYTES_WHEN_ASKED_AGAIN {
        @Override
        public Slice readAgain(Journal own, long from, int bytes) {
            Slice slice = own.read(from, bytes);
            List<EntryBytes> others = new ArrayList<>(slice.entries());
            others.set(0, own.read(own.forced().sequence(), 1).entries().getFirst());
            return new Slice(from, others, slice.head());
        }
    },
    PRUNE_BEFORE_ARCHIVED {
        @Override
        public boolean isArchived(ArchivedSegments known, JournalId journal, SegmentInfo segment) {
            return true;
        }
    },
    PRUNE_ON_AN_OLD_RECEIPT {
        @Override
        public Collection<String> listed(Collection<String> there) {
            return new AbstractSet<>() {
                @Override
                public boolean contains(Object whatever) {
                    return true;
                }

                @Override
                public Iterator<String> iterator() {
                    return there.iterator();
                }

                @Override
                public int size() {
                    return there.size();
                }
            };
        }
    },
    PRUNE_BEFORE_THE_CLOSE_DOWN_IS_MARKED {
        @Override
        public long marked(long heard, Journal store) {
            return store.forced().sequence();
        }
    },
    GIVE_A_RECEIPT_BEFORE_THE_SEGMENT_IS_FORCED {
        @Override
        public void keep(Note file, byte[] sealed) {
            file.write(sealed);
        }

        @Override
        public void keptNames(ArchiveDisk disk) {}
    };

    /** Whether it shows only where receipts are given up. */
    boolean isOfPruning() {
        return ordinal() >= PRUNE_BEFORE_ARCHIVED.ordinal();
    }

    @Override
    public Receiving receiving(Receiving real, JournalId receiver, Keys keys) {
        return new Misreceiving(real, receiver, keys, this);
    }

    private static boolean isTender(String account) {
        return account.indexOf('/') == account.length() - 4;
    }

    /** What the till refused, since it was done before, goes through in another guise. */
    private static Decision anyway(
            Decision decision, Till till, Optional<Command> guise, Instant now) {
        if (guise.isEmpty()
                || !(decision instanceof Decision.Refused(var refusal))
                || refusal.kind() != Refusal.Kind.RETURNED) return decision;
        return till.decide(guise.get(), now);
    }

    /** As if the receipt could not be looked at. */
    private static Optional<Command> unchecked(Command command) {
        if (!(command.ask() instanceof Ask.TakeBack back)) return Optional.empty();
        Money total = Money.sum(currency(command), command.lines(), Line::gross);
        Basket basket =
                new Basket(
                        back.basket().lines(),
                        List.of(Tender.of(TenderType.CARD, total)),
                        null,
                        new Basket.Extras(List.of(), null, "", null, true));
        return Optional.of(
                new Command(
                        new Ask.TakeBack(back.id(), back.operator(), basket),
                        command.goods(),
                        command.authority()));
    }

    private static CurrencyCode currency(Command command) {
        return command.lines().getFirst().gross().currency();
    }

    /** As if it were another receipt. */
    private static Optional<Command> ofAnother(Command command) {
        Found.Undone undone = command.found().undone();
        if (undone == null) return Optional.empty();
        OriginalReceipt of = undone.receipt();
        return Optional.of(
                command.with(
                        Found.undoing(
                                new Found.Undone(
                                        new OriginalReceipt(
                                                of.store(),
                                                of.workstation(),
                                                of.day(),
                                                of.receipt() + 1_000),
                                        undone.given(),
                                        ""))));
    }

    private static Entry withoutStock(Entry entry) {
        if (!(entry.event() instanceof TillDayClosed z)) return entry;
        Totals of = z.totals();
        Totals bare =
                new Totals(
                        of.transactions(),
                        of.returns(),
                        of.lines(),
                        of.noSales(),
                        of.gross(),
                        of.returned(),
                        of.tax(),
                        of.tenders(),
                        of.sales(),
                        of.tallies(),
                        List.of());
        return new Entry(
                entry.header(),
                new TillDayClosed(z.zNumber(), z.first(), z.last(), z.head(), bare, z.receipts()));
    }

    private static void wipe(Storage storage) {
        try {
            for (String name : storage.list()) storage.delete(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
