package io.tidemark.fog.columns;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The store's newest business days on which something was worked, of all journals together. Only a
 * newer day takes another one's place, so that a device that was last used weeks ago, or a journal
 * that has ended, brings none of its own in.
 */
final class NewestDays {
    /** One that goes on, and the one before, which is yet to be closed. */
    private static final int MAX = 2;

    private final CurrencyCode currency;
    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();

    NewestDays(CurrencyCode currency) {
        this.currency = currency;
    }

    /** A business day's columns, by journal; nothing for one that has no room. */
    final class Day {
        final LocalDate date;
        final DayNames names = new DayNames();
        private final Map<JournalId, Optional<DayColumns>> devices = new ConcurrentHashMap<>();
        private boolean isGivenUp;

        private Day(LocalDate date) {
            this.date = date;
        }

        /** Those of a journal, begun if it has none yet. */
        Optional<DayColumns> columns(JournalId journal) {
            if (isGivenUp) return Optional.empty();
            return devices.computeIfAbsent(
                    journal, _ -> Optional.of(new DayColumns(date, currency, names)));
        }

        /** The device's day is read from its journal from now on. */
        void giveUp(JournalId journal) {
            devices.put(journal, Optional.empty());
        }

        /** All of it is; bytes that this gives. */
        private long giveUp() {
            long bytes = bytes();
            isGivenUp = true;
            devices.clear();
            return bytes;
        }

        private long bytes() {
            return devices.values().stream()
                    .flatMap(Optional::stream)
                    .mapToLong(DayColumns::bytes)
                    .sum();
        }
    }

    /**
     * Looks at the days of a journal: its newest may be the store's.
     *
     * @return bytes of columns that were dropped for it
     */
    long saw(DeviceJournal journal) {
        journal.days().descendingMap().entrySet().stream()
                .filter(each -> each.getValue().isOwed())
                .limit(MAX)
                .map(Map.Entry::getKey)
                .forEach(date -> days.computeIfAbsent(date, Day::new));
        long dropped = 0;
        while (days.size() > MAX) dropped += days.pollFirstEntry().getValue().bytes();
        return dropped;
    }

    /** If it is one of them. */
    Optional<Day> of(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    /** Newest first. */
    List<Day> all() {
        return List.copyOf(days.descendingMap().values());
    }

    /**
     * Makes room for a day: what is older is read from journals from now on. Several threads that
     * add the day up may find that there is none, and each is told of what it gave alone.
     *
     * @return bytes that this gives
     */
    synchronized long giveUpBefore(Day day) {
        return days.headMap(day.date).values().stream().mapToLong(Day::giveUp).sum();
    }
}
