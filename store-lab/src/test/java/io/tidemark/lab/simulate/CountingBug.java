package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Decision;
import io.tidemark.edge.record.Till;
import io.tidemark.fog.ledger.StockTables.Count;
import io.tidemark.fog.ledger.StockTables.Movement;
import io.tidemark.fog.stock.CountOfDay;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TrainingTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Bugs in what entries add to the sums of a day, to the books and to the goods on hand. */
enum CountingBug implements PlantedBug {
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
            List<String> tenders = sums.keySet().stream().filter(CountingBug::isTender).toList();
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
    CLOSE_A_DAY_WITHOUT_ITS_STOCK {
        @Override
        public Decision decide(Till till, Command command, Instant now) {
            Decision decision = super.decide(till, command, now);
            return decision instanceof Decision.Append(List<Entry> entries)
                    ? new Decision.Append(entries.stream().map(CountingBug::withoutStock).toList())
                    : decision;
        }
    },
    FORGET_WHAT_MOVED_BEFORE_A_COUNT {
        @Override
        public List<CountOfDay> counted(List<Count> counts, List<Movement> movements) {
            return super.counted(counts, List.of());
        }
    };

    private static boolean isTender(String account) {
        return account.indexOf('/') == account.length() - 4;
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
}
