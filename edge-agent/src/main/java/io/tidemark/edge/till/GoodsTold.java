package io.tidemark.edge.till;

import io.tidemark.edge.ledger.GoodsDone;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.web.Amount;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Tells of goods as JSON, from the entries alone. */
final class GoodsTold {
    private static final String COUNT = "COUNT";

    private GoodsTold() {}

    static GoodsAnswers.Recorded recorded(RecordedEntry recorded) {
        Event event = recorded.entry().event();
        if (event instanceof StockCounted counted)
            return recorded(
                    recorded, new Paper(COUNT, counted.reference(), "", ""), counted.lines());
        StockMoved moved = (StockMoved) event;
        return recorded(
                recorded,
                new Paper(moved.kind().name(), moved.reference(), moved.party(), moved.reason()),
                moved.lines());
    }

    private record Paper(String kind, String reference, String party, String reason) {}

    private static GoodsAnswers.Recorded recorded(
            RecordedEntry recorded, Paper paper, List<StockLine> lines) {
        EntryHeader header = recorded.entry().header();
        return new GoodsAnswers.Recorded(
                paper.kind(),
                paper.reference(),
                paper.party(),
                paper.reason(),
                header.businessDay().toString(),
                header.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                header.operator(),
                lines(lines),
                Told.position(recorded),
                null);
    }

    private static List<GoodsAnswers.Line> lines(List<StockLine> lines) {
        List<GoodsAnswers.Line> told = new ArrayList<>(lines.size());
        for (StockLine line : lines) told.add(line(told.size() + 1, line));
        return told;
    }

    private static GoodsAnswers.Line line(int number, StockLine line) {
        Money cost = line.cost();
        return new GoodsAnswers.Line(
                number,
                line.plu(),
                line.gtin(),
                line.description(),
                line.department(),
                line.quantity().value().toPlainString(),
                line.quantity().unit().code(),
                cost == null ? null : Amount.of(cost));
    }

    static GoodsAnswers.ShelfChecked shelf(RecordedEntry recorded) {
        ShelfPriceChecked checked = (ShelfPriceChecked) recorded.entry().event();
        return new GoodsAnswers.ShelfChecked(
                checked.plu(),
                checked.description(),
                checked.isRight(),
                checked.shelf().toString(),
                checked.listed().toString(),
                checked.currency().code(),
                recorded.entry().header().businessDay().toString(),
                Told.position(recorded));
    }

    static GoodsAnswers.Done done(GoodsDone.Summary summary) {
        return new GoodsAnswers.Done(
                summary.journal().epoch(),
                summary.sequence(),
                summary.command(),
                summary.kind(),
                summary.reference(),
                summary.party(),
                summary.reason(),
                summary.at(),
                summary.operator(),
                summary.lines());
    }
}
