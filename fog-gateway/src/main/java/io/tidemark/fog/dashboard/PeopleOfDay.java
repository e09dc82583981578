package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayPeople.Session;
import io.tidemark.fog.ledger.GatewayPeople.ShiftSales;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The shifts of a business day, by device and number: from who came and went, and from the receipts
 * that name a shift.
 */
final class PeopleOfDay {
    private PeopleOfDay() {}

    /**
     * One operator's work at one device.
     *
     * @param name empty where nobody had to sign on
     * @param began empty where that was on an earlier day, or nobody had to sign on
     * @param ended empty while it goes on
     * @param state what the last entry of the shift said; empty where there is none of the day
     */
    record Shift(
            String device,
            String workstation,
            int number,
            String operator,
            String name,
            String role,
            Optional<OffsetDateTime> began,
            Optional<OffsetDateTime> ended,
            Optional<String> state,
            List<ShiftSales> sales) {
        Shift {
            sales = List.copyOf(sales);
        }
    }

    private record Key(String device, int shift, String operator) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = device.compareTo(other.device);
            if (order == 0) order = Integer.compare(shift, other.shift);
            return order == 0 ? operator.compareTo(other.operator) : order;
        }
    }

    private static final class Parts {
        private final List<Session> sessions = new ArrayList<>();
        private final List<ShiftSales> sales = new ArrayList<>();
    }

    /**
     * @param sessions of each device in the order in which it recorded them
     */
    static List<Shift> shifts(List<Session> sessions, List<ShiftSales> sales) {
        Map<Key, Parts> all = new TreeMap<>();
        for (Session session : sessions)
            parts(all, session.device(), session.shift(), session.operator()).sessions.add(session);
        for (ShiftSales sold : sales)
            parts(all, sold.device(), sold.shift(), sold.operator()).sales.add(sold);
        return all.entrySet().stream().map(each -> shift(each.getKey(), each.getValue())).toList();
    }

    private static Parts parts(Map<Key, Parts> all, String device, int shift, String operator) {
        return all.computeIfAbsent(new Key(device, shift, operator), _ -> new Parts());
    }

    private static Shift shift(Key key, Parts parts) {
        Optional<Session> last =
                parts.sessions.isEmpty() ? Optional.empty() : Optional.of(parts.sessions.getLast());
        return new Shift(
                key.device(),
                last.map(Session::workstation)
                        .orElseGet(() -> parts.sales.getFirst().workstation()),
                key.shift(),
                key.operator(),
                last.map(Session::name).orElse(""),
                last.map(Session::role).orElse(""),
                at(parts.sessions, "SIGN_ON"),
                at(parts.sessions, "SIGN_OFF"),
                last.map(Session::kind),
                parts.sales);
    }

    private static Optional<OffsetDateTime> at(List<Session> sessions, String kind) {
        return sessions.stream()
                .filter(session -> session.kind().equals(kind))
                .map(Session::at)
                .findFirst();
    }
}
