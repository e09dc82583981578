package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Authority;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Pricing;
import io.tidemark.lab.simulate.Notebook.Receipt;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What is done to receipts that were given: copied, taken back as a whole, or line by line. Without
 * looking at whether that was done before: the till must.
 */
final class ReceiptWishes {
    /** Customers come back with one of the last. */
    private static final int REMEMBERED = 12;

    private final World world;
    private final SplittableRandom random;
    private final Notebook notebook;

    ReceiptWishes(World world, SplittableRandom random, Notebook notebook) {
        this.world = world;
        this.random = random;
        this.notebook = notebook;
    }

    Optional<Question> copy(CommandId id) {
        return any(notebook.receipts())
                .map(receipt ->
                        new Question(
                                Command.of(
                                                new Ask.CopyReceipt(
                                                        id,
                                                        Wishes.OPERATOR,
                                                        receipt.id().receipt()))
                                        .printing(new Command.Printed(receipt.id(), 0)),
                                null));
    }

    Optional<Question> postVoid(CommandId id) {
        return any(notebook.receiptsOfDay())
                .map(receipt ->
                        new Question(
                                Command.of(
                                        new Ask.PostVoid(
                                                id,
                                                Wishes.OPERATOR,
                                                receipt.id().receipt(),
                                                "rung up wrongly",
                                                null)),
                                receipt));
    }

    /** A line of a sale, or a part of it: what is left, or too much. */
    Optional<Question> lineBack(CommandId id) {
        List<Receipt> sales =
                notebook.receipts().stream()
                        .filter(receipt -> receipt.given() instanceof SaleCompleted)
                        .toList();
        return any(sales).map(receipt -> lineBack(id, receipt, aLine(receipt)));
    }

    /**
     * A line of a sale at another till, which the gateway may know: for what the receipt says, or
     * where the till is offline unchecked, by the catalogue.
     *
     * @param here this till's workstation
     */
    Optional<Question> ofAnotherTill(CommandId id, String here, boolean online) {
        List<Receipt> elsewhere =
                world.receipts().stream()
                        .filter(receipt -> !receipt.id().workstation().equals(here))
                        .toList();
        return any(elsewhere)
                .map(receipt -> {
                    int line = aLine(receipt);
                    return online && random.nextInt(8) > 0
                            ? lineBack(id, receipt, line)
                            : unchecked(id, receipt, line);
                });
    }

    /** Tips and gift cards do not come back. */
    private int aLine(Receipt receipt) {
        int[] lines =
                IntStream.range(0, receipt.given().lines().size())
                        .filter(at -> comesBack(receipt.given().lines().get(at)))
                        .toArray();
        return lines[random.nextInt(lines.length)];
    }

    private static boolean comesBack(Line line) {
        LineKind kind = line.details().kind();
        return kind.isGoods() || kind == LineKind.DEPOSIT;
    }

    private Question unchecked(CommandId id, Receipt receipt, int line) {
        Line sold = receipt.given().lines().get(line);
        long back = back(sold, 0);
        BasketLine asked = back(sold, back, receipt.line(line + 1));
        Basket.Extras anyway = new Basket.Extras(List.of(), null, "", null, true);
        Pricing.Result.Priced goods =
                world.shelf().priced(new Basket(List.of(asked), List.of(), null, anyway));
        Money total = Money.sum(world.currency(), goods.lines(), Line::gross);
        Basket basket =
                new Basket(
                        List.of(asked), List.of(Tender.of(TenderType.CARD, total)), null, anyway);
        Ask ask = new Ask.TakeBack(id, Wishes.OPERATOR, basket);
        return new Question(new Command(ask, goods, Authority.ANYBODY), receipt);
    }

    private static BasketLine back(Line sold, long thousandths, OriginalLine original) {
        return new BasketLine(
                new BasketLine.Named(sold.plu(), null, null, null, null),
                new Quantity(
                        BigDecimal.valueOf(-thousandths, Quantity.PLACES_MAX),
                        sold.quantity().unit()),
                null,
                original);
    }

    private Question lineBack(CommandId id, Receipt receipt, int line) {
        Line sold = receipt.given().lines().get(line);
        OriginalLine original = receipt.line(line + 1);
        long back = back(sold, notebook.returned(original));
        BasketLine asked = back(sold, back, original);
        Tender tender = Tender.of(TenderType.CARD, paid(sold, notebook.returned(original), back));
        Basket basket = new Basket(List.of(asked), List.of(tender), null);
        return new Question(
                new Command(
                        new Ask.TakeBack(id, Wishes.OPERATOR, basket),
                        world.shelf().priced(basket),
                        Authority.ANYBODY),
                receipt);
    }

    /** Whole pieces of what is sold in pieces; at least one thousandth, or one piece. */
    private long back(Line sold, long before) {
        long step = sold.quantity().unit() == Unit.PIECE ? 1_000 : 1;
        long left = (sold.quantity().thousandths() - before) / step;
        if (left <= 0) return step;
        return step
                * switch (random.nextInt(4)) {
                    case 0 -> left + 1;
                    case 1 -> left;
                    default -> 1 + random.nextLong(left);
                };
    }

    /** In proportion, rounded over all that came back so far; negative. */
    private static Money paid(Line sold, long before, long now) {
        return new Money(upTo(sold, before) - upTo(sold, before + now), sold.gross().currency());
    }

    private static long upTo(Line sold, long thousandths) {
        return BigDecimal.valueOf(sold.gross().minor())
                .multiply(BigDecimal.valueOf(thousandths))
                .divide(BigDecimal.valueOf(sold.quantity().thousandths()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private Optional<Receipt> any(List<Receipt> receipts) {
        int from = Math.max(0, receipts.size() - REMEMBERED);
        return receipts.isEmpty()
                ? Optional.empty()
                : Optional.of(receipts.get(from + random.nextInt(receipts.size() - from)));
    }
}
