package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Posts who came and went, and what a manager asks a cashier about. */
final class PeopleRows {
    private static final int CONTENTS_MAX = 1_000;

    private final FollowedEntry entry;
    private final EntryHeader header;
    private final Rows rows;

    PeopleRows(FollowedEntry entry, EntryHeader header, Rows rows) {
        this.entry = entry;
        this.header = header;
        this.rows = rows;
    }

    /**
     * What was done.
     *
     * @param name what it is called where nobody had to allow it
     */
    private record Act(String name, String reason, String contents, @Nullable Money amount) {}

    void post(OperatorSession session) {
        rows.insert(
                "operator_sessions",
                header.businessDay(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                header.workstation(),
                header.operator(),
                session.name(),
                session.role(),
                header.shift(),
                session.kind().name(),
                header.at());
    }

    /** A receipt of which a supervisor allowed something; of no other. */
    void post(RetailTransaction receipt) {
        allowed(
                new Act("", receipt.details().reason(), "", receipt.total()),
                receipt.details().approvals());
    }

    /** Whether somebody allowed it or nobody had to. */
    void post(NoSale opened) {
        posted(new Act(Approval.NO_SALE, opened.reason(), "", null), opened.approvals());
    }

    void post(BasketVoided basket) {
        posted(
                new Act(
                        Approval.BASKET_VOID,
                        basket.details().reason(),
                        contents(basket.lines()),
                        basket.total()),
                basket.details().approvals());
    }

    /** Floats and pickups are in the till's Z; what is paid in and out somebody asks about. */
    void post(CashMovement moved) {
        Act act = new Act(moved.kind().name(), moved.reason(), "", moved.amount());
        switch (moved.kind()) {
            case PAID_IN, PAID_OUT -> posted(act, moved.approvals());
            case FLOAT_PROVIDED, PICKUP, SAFE_DROP -> allowed(act, moved.approvals());
        }
    }

    /** Of a till that was settled: each drawer that had to be explained. */
    void post(OverShortFound found) {
        int part = 0;
        for (Approval approval : found.approvals())
            for (OverShortFound.Settled each : found.drawers())
                if (!each.overShort().isZero())
                    insert(
                            ++part,
                            new Act(
                                    approval.act(),
                                    found.reason(),
                                    each.type().code(),
                                    each.overShort()),
                            approval.act(),
                            approval.supervisor(),
                            approval.reason());
    }

    /** Of cash that another person found to be more, or less: by how much. */
    void post(CashConfirmed confirmed) {
        int part = 0;
        for (CashConfirmed.Confirmed each : confirmed.amounts())
            if (!each.difference().isZero())
                insert(
                        ++part,
                        new Act(
                                Tally.CASH_DIFFERS,
                                confirmed.note(),
                                confirmed.kind(),
                                each.difference()),
                        Tally.CASH_DIFFERS,
                        confirmed.by(),
                        confirmed.note());
    }

    /** An exchange that somebody had to allow. */
    void post(CurrencyExchanged exchange) {
        CurrencyExchanged.Undone undone = exchange.undone();
        allowed(
                new Act("", undone == null ? "" : undone.reason(), "", exchange.base()),
                exchange.approvals());
    }

    /** Whoever asks often enough finds out what should be in the drawer. */
    void post(ExchangeRefused refused) {
        Act act = new Act(Tally.EXCHANGE_REFUSED, "", "", refused.foreign());
        insert(1, act, act.name(), "", "");
    }

    private void posted(Act act, List<Approval> approvals) {
        if (approvals.isEmpty()) insert(1, act, act.name(), "", "");
        else allowed(act, approvals);
    }

    private void allowed(Act act, List<Approval> approvals) {
        int part = 0;
        for (Approval approval : approvals)
            insert(++part, act, approval.act(), approval.supervisor(), approval.reason());
    }

    private void insert(int part, Act act, String name, String supervisor, String allowedFor) {
        Money amount = act.amount();
        rows.insert(
                "supervised_acts",
                header.businessDay(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                part,
                header.workstation(),
                header.operator(),
                header.shift(),
                header.at(),
                name,
                act.reason(),
                supervisor,
                allowedFor,
                act.contents(),
                amount == null ? null : amount.minor(),
                amount == null ? null : amount.currency().code(),
                header.receipt());
    }

    /** As in {@code 2 CAKESTAND, 0.375 Mince}: as much as has room. */
    private static String contents(List<Line> lines) {
        String all =
                lines.stream()
                        .map(line ->
                                line.quantity().value().stripTrailingZeros().toPlainString()
                                        + " "
                                        + line.description())
                        .collect(Collectors.joining(", "));
        return all.length() <= CONTENTS_MAX ? all : all.substring(0, CONTENTS_MAX - 1) + "…";
    }
}
