package io.tidemark.edge.record;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.money.Money;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The digest of what was asked, kept in the entry's header: it tells a command that is repeated
 * from another one under the same id. Taken over values, not over the caller's JSON, so spaces and
 * the order of fields make no difference, and prices that the catalogue has changed since do not
 * either.
 */
final class AskDigest {
    private AskDigest() {}

    /** The first eight bytes of the SHA-256. */
    static long of(Ask ask) {
        CborWriter writer = new CborWriter().array(3).text(kind(ask)).text(ask.operator());
        switch (ask) {
            case Ask.OpenDay(var _, var _, List<Money> cashFloat) ->
                    writer.list(cashFloat, AskDigest::money);
            case Ask.Sell(var _, var _, Basket basket) -> basket(basket, writer);
            case Ask.TakeBack(var _, var _, Basket basket) -> basket(basket, writer);
            case Ask.MoveCash(var _, var _, CashMovement movement) -> {
                money(movement.amount(), writer.array(2));
                writer.text(movement.reason());
            }
            case Ask.OpenDrawer(var _, var _, String reason) -> writer.text(reason);
            case Ask.Count(var _, var _, List<CountedTender> counted) ->
                    writer.list(counted, AskDigest::counted);
            case Ask.CloseDay _ -> writer.nothing();
        }
        return ByteBuffer.wrap(Hash.digest(writer.toBytes()).toBytes()).getLong();
    }

    private static String kind(Ask ask) {
        return switch (ask) {
            case Ask.OpenDay _ -> "open-day";
            case Ask.Sell _ -> "sell";
            case Ask.TakeBack _ -> "take-back";
            case Ask.MoveCash move -> move.movement().kind().name();
            case Ask.OpenDrawer _ -> "open-drawer";
            case Ask.Count _ -> "count";
            case Ask.CloseDay _ -> "close-day";
        };
    }

    private static void basket(Basket basket, CborWriter writer) {
        writer.array(3)
                .list(basket.lines(), AskDigest::line)
                .list(basket.tenders(), AskDigest::tender);
        Money expected = basket.expectedTotal();
        if (expected == null) writer.nothing();
        else money(expected, writer);
    }

    private static void line(BasketLine line, CborWriter writer) {
        BasketLine.Named article = line.article();
        writer.array(9).textOrNothing(article.plu()).textOrNothing(article.gtin());
        writer.textOrNothing(article.description())
                .textOrNothing(article.department())
                .textOrNothing(article.taxCategory());
        writer.text(line.quantity().value().toPlainString()).text(line.quantity().unit().code());
        writer.textOrNothing(line.price() == null ? null : line.price().toString());
        original(line.original(), writer);
    }

    private static void original(@Nullable OriginalLine original, CborWriter writer) {
        if (original == null) {
            writer.nothing();
            return;
        }
        writer.array(5).text(original.store()).text(original.workstation());
        writer.integer(original.day().toEpochDay())
                .integer(original.receipt())
                .integer(original.line());
    }

    private static void tender(Tender tender, CborWriter writer) {
        money(tender.amount(), writer.array(2).text(tender.type().code()));
    }

    private static void counted(CountedTender counted, CborWriter writer) {
        money(counted.amount(), writer.array(2).text(counted.type().code()));
    }

    private static void money(Money money, CborWriter writer) {
        writer.array(2).integer(money.minor()).text(money.currency().code());
    }
}
