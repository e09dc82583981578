package io.tidemark.edge.till;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.GoodsLine;
import io.tidemark.edge.record.GoodsPaper;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an ask about goods of a request, or refuses it with what is wrong. */
final class AskedGoods {
    private AskedGoods() {}

    static Ask.MoveStock of(GoodsRequests.Delivery request) {
        return Asked.checked(() ->
                new Ask.MoveStock(
                        Asked.id(request.commandId()),
                        Asked.operator(request.operator()),
                        new GoodsPaper(
                                StockMoved.Kind.DELIVERY,
                                Asked.orEmpty(request.reference()),
                                Asked.orEmpty(request.supplier()),
                                ""),
                        Asked.each("lines", request.lines(), AskedGoods::line)));
    }

    static Ask.MoveStock of(GoodsRequests.Waste request) {
        return moved(
                request.commandId(),
                request.operator(),
                () ->
                        new GoodsPaper(
                                StockMoved.Kind.WASTE,
                                Asked.orEmpty(request.reference()),
                                "",
                                request.reason()),
                request.lines());
    }

    static Ask.MoveStock of(GoodsRequests.TransferOut request) {
        return moved(
                request.commandId(),
                request.operator(),
                () ->
                        new GoodsPaper(
                                StockMoved.Kind.TRANSFER_OUT,
                                Asked.orEmpty(request.reference()).strip(),
                                request.store().strip(),
                                ""),
                request.lines());
    }

    static Ask.MoveStock of(GoodsRequests.TransferIn request) {
        return Asked.checked(() ->
                new Ask.MoveStock(
                        Asked.id(request.commandId()),
                        Asked.operator(request.operator()),
                        new GoodsPaper(
                                StockMoved.Kind.TRANSFER_IN,
                                request.reference().strip(),
                                request.store().strip(),
                                ""),
                        Asked.each("lines", request.lines(), AskedGoods::line)));
    }

    static Ask.CountStock of(GoodsRequests.Count request) {
        return Asked.checked(() ->
                new Ask.CountStock(
                        Asked.id(request.commandId()),
                        Asked.operator(request.operator()),
                        Asked.orEmpty(request.reference()),
                        lines(request.lines())));
    }

    static Ask.CheckShelfPrice of(GoodsRequests.ShelfPrice request) {
        return Asked.checked(() ->
                new Ask.CheckShelfPrice(
                        Asked.id(request.commandId()),
                        Asked.operator(request.operator()),
                        new BasketLine.Named(
                                Asked.given(request.plu()),
                                Asked.given(request.gtin()),
                                null,
                                null,
                                null),
                        AtField.read("shelf", () -> UnitPrice.of(request.shelf()))));
    }

    private interface Paper {
        GoodsPaper made();
    }

    private static Ask.MoveStock moved(
            String id, @Nullable String operator, Paper paper, List<GoodsRequests.Line> lines) {
        return Asked.checked(() ->
                new Ask.MoveStock(
                        Asked.id(id), Asked.operator(operator), paper.made(), lines(lines)));
    }

    private static List<GoodsLine> lines(List<GoodsRequests.Line> lines) {
        return Asked.each("lines", lines, AskedGoods::line);
    }

    private static GoodsLine line(GoodsRequests.Line line) {
        return new GoodsLine(
                new BasketLine.Named(
                        Asked.given(line.plu()),
                        Asked.given(line.gtin()),
                        Asked.given(line.description()),
                        Asked.given(line.department()),
                        null),
                quantity(line.quantity()),
                unit(line.unit()),
                null);
    }

    private static GoodsLine line(GoodsRequests.DeliveredLine line) {
        String cost = Asked.given(line.unitCost());
        return new GoodsLine(
                new BasketLine.Named(
                        Asked.given(line.plu()),
                        Asked.given(line.gtin()),
                        Asked.given(line.description()),
                        Asked.given(line.department()),
                        null),
                quantity(line.quantity()),
                unit(line.unit()),
                cost == null ? null : AtField.read("unitCost", () -> UnitPrice.of(cost)));
    }

    private static BigDecimal quantity(String text) {
        return AtField.read("quantity", () -> Quantity.of(text, Unit.PIECE).value());
    }

    private static @Nullable Unit unit(@Nullable String code) {
        return Asked.given(code) == null
                ? null
                : AtField.read("unit", () -> Unit.of(String.valueOf(code)));
    }
}
