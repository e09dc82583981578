package io.tidemark.edge.record;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TransactionDetails.VoidedLines;
import io.tidemark.ledger.money.Money;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The digest of what was asked, kept in the entry's header: it tells a command that is repeated
 * from another one under the same id. Taken over values, not over the caller's JSON, so spaces and
 * the order of fields make no difference, and prices that the catalogue has changed since do not
 * either.
 */
final class AskDigest {
    private AskDigest() {}

    /**
     * The first eight bytes of the SHA-256. What was added later is written only where it is there,
     * so that what was asked before an update is recognised after it. A PIN is no part of it.
     */
    static long of(Ask ask) {
        Approver approver = ask.approver();
        CborWriter writer = new CborWriter().array(approver == null ? 3 : 4);
        writer.text(kind(ask)).text(ask.operator());
        content(ask, writer);
        if (approver != null) writer.array(2).text(approver.supervisor()).text(approver.reason());
        return ByteBuffer.wrap(Hash.digest(writer.toBytes()).toBytes()).getLong();
    }

    private static void content(Ask ask, CborWriter writer) {
        switch (ask) {
            case Ask.OpenDay open -> {
                writer.list(open.cashFloat(), AskDigest::money);
                confirming(open.confirming(), writer);
            }
            case Ask.Sell sell -> basket(sell.basket(), writer);
            case Ask.TakeBack back -> basket(back.basket(), writer);
            case Ask.VoidBasket given -> basket(given.basket(), writer);
            case Ask.MoveCash move -> {
                money(move.movement().amount(), writer.array(2));
                writer.text(move.movement().reason());
                confirming(move.confirming(), writer);
                Money cost = move.movement().cost();
                if (cost != null) money(cost, writer.array(2));
            }
            case Ask.ConfirmCash confirm -> {
                confirm.movement().writeTo(writer.array(1));
                confirming(confirm.confirming(), writer);
            }
            case Ask.Settle settle -> writer.text(settle.reason());
            case Ask.CopyZ copy -> writer.integer(copy.zNumber());
            case Ask.OpenDrawer open -> writer.text(open.reason());
            case Ask.Exchange exchange -> ExchangeDigest.exchanged(exchange, writer);
            case Ask.UndoExchange undo ->
                    writer.array(2).integer(undo.receipt()).text(undo.reason());
            case Ask.Count count -> writer.list(count.counted(), AskDigest::counted);
            case Ask.CopyReceipt copy -> writer.integer(copy.receipt());
            case Ask.Suspend suspend -> basket(suspend.basket(), writer);
            case Ask.Resume resume -> writer.text(resume.suspended());
            case Ask.PostVoid undo -> writer.array(2).integer(undo.receipt()).text(undo.reason());
            case Ask.CloseDay _, Ask.Attend _ -> writer.nothing();
            case Ask.MoveStock move -> GoodsDigest.moved(move, writer);
            case Ask.CountStock count -> GoodsDigest.counted(count, writer);
            case Ask.CheckShelfPrice check -> GoodsDigest.shelf(check, writer);
        }
    }

    private static String kind(Ask ask) {
        return switch (ask) {
            case Ask.OpenDay _ -> "open-day";
            case Ask.Sell _ -> "sell";
            case Ask.TakeBack _ -> "take-back";
            case Ask.MoveCash move -> move.movement().kind().name();
            case Ask.OpenDrawer _ -> "open-drawer";
            case Ask.ConfirmCash _ -> "confirm-cash";
            case Ask.Settle _ -> "settle";
            case Ask.CopyZ _ -> "copy-z";
            case Ask.Exchange _ -> "exchange";
            case Ask.UndoExchange _ -> "undo-exchange";
            case Ask.Count _ -> "count";
            case Ask.CloseDay _ -> "close-day";
            case Ask.VoidBasket _ -> "void-basket";
            case Ask.CopyReceipt _ -> "copy-receipt";
            case Ask.Suspend _ -> "suspend";
            case Ask.Resume _ -> "resume";
            case Ask.PostVoid _ -> "post-void";
            case Ask.Attend attend -> attend.kind().name();
            case Ask.MoveStock move -> move.paper().kind().name();
            case Ask.CountStock _ -> "count-stock";
            case Ask.CheckShelfPrice _ -> "check-shelf-price";
        };
    }

    private static void basket(Basket basket, CborWriter writer) {
        boolean plain = basket.extras().equals(Basket.Extras.NONE);
        writer.array(plain ? 3 : 4)
                .list(basket.lines(), AskDigest::line)
                .list(basket.tenders(), AskDigest::tender);
        Money expected = basket.expectedTotal();
        if (expected == null) writer.nothing();
        else money(expected, writer);
        if (!plain) extras(basket.extras(), writer);
    }

    private static void extras(Basket.Extras extras, CborWriter writer) {
        boolean served = extras.tip() != null || extras.age() != null;
        boolean plain = !served && extras.suspended() == null && !extras.unchecked();
        writer.array(served ? 7 : plain ? 3 : 5).list(extras.discounts(), AskDigest::discount);
        VoidedLines voided = extras.voided();
        if (voided == null) writer.nothing();
        else money(voided.amount(), writer.array(2).integer(voided.lines()));
        writer.text(extras.reason());
        if (!plain) writer.textOrNothing(extras.suspended()).bool(extras.unchecked());
        if (served) served(extras, writer);
    }

    private static void served(Basket.Extras extras, CborWriter writer) {
        Money tip = extras.tip();
        AgeCheck age = extras.age();
        if (tip == null) writer.nothing();
        else money(tip, writer);
        if (age == null) writer.nothing();
        else writer.array(2).integer(age.years()).text(age.how().name());
    }

    private static void discount(AskedDiscount discount, CborWriter writer) {
        writer.array(3).text(discount.reason()).integer(discount.ratePpm());
        Money amount = discount.amount();
        if (amount == null) writer.nothing();
        else money(amount, writer);
    }

    private static void line(BasketLine line, CborWriter writer) {
        BasketLine.Named article = line.article();
        AskedDiscount discount = line.discount();
        String card = line.card();
        boolean plain = card == null && discount == null && line.priceReason().isEmpty();
        writer.array(card != null ? 12 : plain ? 9 : 11)
                .textOrNothing(article.plu())
                .textOrNothing(article.gtin());
        writer.textOrNothing(article.description())
                .textOrNothing(article.department())
                .textOrNothing(article.taxCategory());
        writer.text(line.quantity().value().toPlainString()).text(line.quantity().unit().code());
        writer.textOrNothing(line.price() == null ? null : line.price().toString());
        original(line.original(), writer);
        if (plain) return;
        if (discount == null) writer.nothing();
        else discount(discount, writer);
        writer.text(line.priceReason());
        if (card != null) writer.text(card);
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
        CardUse card = tender.card();
        money(tender.amount(), writer.array(card == null ? 2 : 3).text(tender.type().code()));
        if (card != null) writer.text(card.number());
    }

    private static void counted(CountedTender counted, CborWriter writer) {
        boolean plain = counted.pieces().isEmpty();
        money(counted.amount(), writer.array(plain ? 2 : 3).text(counted.type().code()));
        if (!plain)
            writer.list(
                    counted.pieces(),
                    (each, to) -> to.array(2).integer(each.face()).integer(each.count()));
    }

    private static void confirming(@Nullable Confirming confirming, CborWriter writer) {
        if (confirming == null) return;
        writer.array(3).text(confirming.by()).list(confirming.amounts(), AskDigest::money);
        writer.text(confirming.note());
    }

    private static void money(Money money, CborWriter writer) {
        writer.array(2).integer(money.minor()).text(money.currency().code());
    }
}
