package io.tidemark.fog.export.table;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.io.OutputStream;
import java.util.Optional;

/**
 * {@code z.csv}: every figure of the store Z and its supplements, one a row, of each device and of
 * the store (whose device is empty).
 */
final class ZRows {
    private final ClosedDay day;
    private final Cells cells;

    private ZRows(ClosedDay day, Cells cells) {
        this.day = day;
        this.cells = cells;
    }

    private record Whose(StoreDayClosed closed, String workstation, String device, int epoch) {
        /** Of the store each drawer counts once. */
        Optional<Money> counted(TenderAccount account) {
            return device.isEmpty()
                    ? DrawerPart.counted(closed, account)
                    : Optional.ofNullable(account.counted());
        }
    }

    static void write(ClosedDay day, OutputStream file) {
        Cells cells =
                new Cells(
                        file,
                        "day",
                        "z",
                        "supplement",
                        "status",
                        "workstation",
                        "device",
                        "epoch",
                        "figure",
                        "of",
                        "at",
                        "count",
                        "amount",
                        "currency");
        ZRows rows = new ZRows(day, cells);
        day.closed().forEach(rows::closed);
        cells.flush();
    }

    private void closed(StoreDayClosed closed) {
        Whose store = new Whose(closed, "", "", 0);
        all(store, closed.totals());
        row(store, "GRAND_TOTAL", "SALES", "").uncounted().of(closed.grand().sales());
        row(store, "GRAND_TOTAL", "RETURNS", "").uncounted().of(closed.grand().returns());
        row(store, "GRAND_TOTAL", "NET", "").uncounted().of(closed.grand().net());
        for (ExchangePosition position : closed.exchange()) held(store, position);
        for (TillDay till : closed.tills())
            all(new Whose(closed, till.workstation(), till.device(), till.epoch()), till.totals());
    }

    private void all(Whose whose, Totals totals) {
        row(whose, "GROSS", "", "").count(totals.transactions()).of(totals.gross());
        row(whose, "RETURNED", "", "").count(totals.returns()).of(totals.returned());
        row(whose, "TAX", "", "").count(totals.lines()).of(totals.tax());
        row(whose, "NO_SALE", "", "").count(totals.noSales()).of(Money.zero(totals.currency()));
        for (SalesTotal sold : totals.sales()) sold(whose, sold);
        for (TenderAccount account : totals.tenders()) tender(whose, account);
        for (ExchangeTotal exchange : totals.exchange()) exchanged(whose, exchange);
        for (Tally tally : totals.tallies())
            row(whose, "TALLY", tally.kind(), "").count(tally.count()).of(tally.amount());
    }

    private void exchanged(Whose whose, ExchangeTotal exchange) {
        String of = exchange.currency().code();
        row(whose, "EXCHANGE_BOUGHT", of, "").count(exchange.count()).of(exchange.bought());
        row(whose, "EXCHANGE_PAID", of, "").uncounted().of(exchange.paid());
        row(whose, "EXCHANGE_SOLD", of, "").uncounted().of(exchange.sold());
        row(whose, "EXCHANGE_RECEIVED", of, "").uncounted().of(exchange.received());
        row(whose, "EXCHANGE_COMMISSION", of, "").uncounted().of(exchange.commission());
        row(whose, "EXCHANGE_SPREAD", of, "").uncounted().of(exchange.spread());
        row(whose, "EXCHANGE_BROUGHT", of, "").uncounted().of(exchange.brought());
        row(whose, "EXCHANGE_COST", of, "").uncounted().of(exchange.cost());
    }

    private void held(Whose store, ExchangePosition position) {
        String of = position.currency().code();
        ExchangeRate mid = position.mid();
        String at = mid == null ? "" : mid.value().toPlainString();
        row(store, "POSITION_HELD", of, at).uncounted().of(position.after().amount());
        row(store, "POSITION_COST", of, at).uncounted().of(position.after().cost());
        row(store, "POSITION_REALISED", of, at).uncounted().of(position.realised());
        row(store, "POSITION_VALUE", of, at).uncounted().of(position.value());
        row(store, "POSITION_REVALUATION", of, at).uncounted().of(position.revaluation());
    }

    private void sold(Whose whose, SalesTotal sold) {
        String at = sold.category().code() + " " + sold.category().rate();
        String of = sold.department();
        String kind = sold.kind().name();
        row(whose, kind + "_GROSS", of, at).count(sold.lines()).of(sold.gross());
        row(whose, kind + "_TAX", of, at).count(sold.lines()).of(sold.tax());
    }

    private void tender(Whose whose, TenderAccount account) {
        tendered(whose, "PROVIDED", account, account.provided());
        tendered(whose, "TAKEN", account, account.taken());
        tendered(whose, "REFUNDED", account, account.refunded());
        tendered(whose, "CHANGE", account, account.change());
        tendered(whose, "PAID_IN", account, account.paidIn());
        tendered(whose, "PAID_OUT", account, account.paidOut());
        tendered(whose, "PICKED_UP", account, account.pickedUp());
        tendered(whose, "DROPPED", account, account.dropped());
        tendered(whose, "EXCHANGED", account, account.exchanged());
        tendered(whose, "EXPECTED", account, account.expected());
        whose.counted(account).ifPresent(sum -> tendered(whose, "COUNTED", account, sum));
    }

    private void tendered(Whose whose, String figure, TenderAccount account, Money amount) {
        row(whose, "TENDER_" + figure, account.type().code(), account.currency().code())
                .uncounted()
                .of(amount);
    }

    /** What is left to say of a row. */
    private final class Row {
        Row count(long count) {
            cells.number(count);
            return this;
        }

        Row uncounted() {
            cells.nothing();
            return this;
        }

        void of(Money amount) {
            cells.amount(amount).text(amount.currency().code()).end();
        }
    }

    private Row row(Whose whose, String figure, String of, String at) {
        StoreDayClosed closed = whose.closed();
        cells.text(day.day().toString()).number(closed.zNumber()).number(closed.supplement());
        cells.text(closed.status()).text(whose.workstation()).text(whose.device());
        cells.number(whose.epoch()).text(figure).text(of).text(at);
        return new Row();
    }
}
