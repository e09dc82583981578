package io.tidemark.edge.record;

import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;

/** What an {@link AskDigest} takes in of asks about goods. */
final class GoodsDigest {
    private GoodsDigest() {}

    static void moved(Ask.MoveStock ask, CborWriter writer) {
        GoodsPaper paper = ask.paper();
        writer.array(4).text(paper.reference()).text(paper.party()).text(paper.reason());
        writer.list(ask.lines(), GoodsDigest::line);
    }

    static void counted(Ask.CountStock ask, CborWriter writer) {
        writer.array(2).text(ask.reference()).list(ask.lines(), GoodsDigest::line);
    }

    static void shelf(Ask.CheckShelfPrice ask, CborWriter writer) {
        article(ask.article(), writer.array(2));
        writer.text(ask.shelf().toString());
    }

    private static void line(GoodsLine line, CborWriter writer) {
        article(line.article(), writer.array(4));
        writer.text(plain(line.quantity()));
        Unit unit = line.unit();
        UnitPrice cost = line.unitCost();
        writer.textOrNothing(unit == null ? null : unit.code());
        writer.textOrNothing(cost == null ? null : cost.toString());
    }

    /** 2 and 2.000 are the same quantity. */
    private static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    private static void article(BasketLine.Named article, CborWriter writer) {
        writer.array(4).textOrNothing(article.plu()).textOrNothing(article.gtin());
        writer.textOrNothing(article.description()).textOrNothing(article.department());
    }
}
