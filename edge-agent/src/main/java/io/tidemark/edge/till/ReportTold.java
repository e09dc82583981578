package io.tidemark.edge.till;

import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.UnconfirmedCash;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.DepartmentJson;
import io.tidemark.node.web.ExchangeJson;
import io.tidemark.node.web.KindJson;
import io.tidemark.node.web.TallyJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells an X report and a till Z as JSON. */
final class ReportTold {
    private ReportTold() {}

    static Answers.Report z(TillDayClosed closed, LocalDate day) {
        return report(closed.zNumber(), day, closed.totals(), closed.unconfirmed());
    }

    static Answers.Report report(
            long zNumber, LocalDate day, Totals totals, List<UnconfirmedCash> unconfirmed) {
        return new Answers.Report(
                zNumber,
                day.toString(),
                totals.transactions(),
                totals.returns(),
                totals.lines(),
                totals.noSales(),
                Amount.of(totals.gross()),
                Amount.of(totals.net()),
                Amount.of(totals.tax()),
                Amount.of(totals.returned()),
                Told.taxes(totals),
                totals.tenders().stream()
                        .map(account ->
                                new Answers.Tender(
                                        account.type().code(), Amount.of(account.sales())))
                        .toList(),
                totals.departments().stream().map(DepartmentJson::of).toList(),
                totals.tenders().stream().map(ReportTold::account).toList(),
                totals.stock().stream().map(ReportTold::flow).toList(),
                totals.tallies().stream().map(TallyJson::of).toList(),
                false,
                CashTold.unconfirmed(unconfirmed),
                KindJson.of(totals),
                totals.exchange().stream().map(ExchangeJson::of).toList());
    }

    /** What it tells to who is to count the drawer blind. */
    static Answers.Report blind(Answers.Report whole) {
        return new Answers.Report(
                whole.zNumber(),
                whole.businessDay(),
                whole.transactions(),
                whole.returns(),
                whole.lines(),
                whole.noSales(),
                whole.gross(),
                whole.net(),
                whole.tax(),
                whole.returned(),
                whole.taxes(),
                List.of(),
                whole.departments(),
                List.of(),
                whole.stock(),
                whole.tallies(),
                true,
                whole.unconfirmed().stream().map(CashAnswers.Unconfirmed::withoutAmounts).toList(),
                whole.kinds(),
                List.of());
    }

    private static Answers.GoodsFlow flow(StockTotal total) {
        return new Answers.GoodsFlow(
                total.flow().name(),
                total.unit().code(),
                total.movements(),
                total.quantity().stripTrailingZeros().toPlainString(),
                Amount.of(total.cost()));
    }

    private static Answers.Account account(TenderAccount account) {
        return new Answers.Account(
                account.type().code(),
                Amount.of(account.provided()),
                Amount.of(account.sales()),
                Amount.of(account.paidIn()),
                Amount.of(account.paidOut()),
                Amount.of(account.pickedUp()),
                Amount.of(account.dropped()),
                Amount.of(account.exchanged()),
                Amount.of(account.expected()),
                Optional.ofNullable(account.counted()).map(Amount::of).orElse(null),
                account.overShort().map(Amount::of).orElse(null));
    }
}
