package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Authority;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.GoodsLine;
import io.tidemark.edge.record.GoodsLookUp;
import io.tidemark.edge.record.GoodsPaper;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.UnitPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What is done to the goods without a customer. */
final class GoodsWishes {
    private static final String WHO = "hans";
    private static final int LINES_MAX = 6;

    private final World world;
    private final SplittableRandom random;
    private final GoodsLookUp lookUp;

    GoodsWishes(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
        this.lookUp =
                new GoodsLookUp(world.shelf(), world.currency(), GoodsLookUp.Averages.UNKNOWN);
    }

    Question wish(CommandId id) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> counted(new Ask.CountStock(id, WHO, "shelf 3", lines()));
            case 2 -> shelf(id);
            case 3 -> moved(id, StockMoved.Kind.WASTE);
            case 4 -> moved(id, StockMoved.Kind.TRANSFER_OUT);
            case 5 -> moved(id, StockMoved.Kind.TRANSFER_IN);
            default -> moved(id, StockMoved.Kind.DELIVERY);
        };
    }

    private Question counted(Ask.CountStock ask) {
        return question(ask, lookUp.counted(ask));
    }

    private Question moved(CommandId id, StockMoved.Kind kind) {
        GoodsPaper paper =
                switch (kind) {
                    case DELIVERY -> new GoodsPaper(kind, "note 17", "the dairy", "");
                    case WASTE -> new GoodsPaper(kind, "", "", "out of date");
                    case TRANSFER_OUT -> new GoodsPaper(kind, "", "s002", "");
                    case TRANSFER_IN -> new GoodsPaper(kind, id.value().toString(), "s002", "");
                };
        Ask.MoveStock ask = new Ask.MoveStock(id, WHO, paper, lines());
        return question(ask, lookUp.moved(ask));
    }

    /** Every other one is right. */
    private Question shelf(CommandId id) {
        BasketLine.Named article = world.shelf().pick(random, false).article();
        UnitPrice right = world.shelf().price(article);
        UnitPrice shelf = random.nextBoolean() ? right : UnitPrice.of("0.01");
        Ask.CheckShelfPrice ask = new Ask.CheckShelfPrice(id, WHO, article, shelf);
        return question(ask, lookUp.shelf(ask));
    }

    private List<GoodsLine> lines() {
        List<GoodsLine> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(LINES_MAX); i > 0; i--) {
            BasketLine picked = world.shelf().pick(random, false);
            lines.add(new GoodsLine(picked.article(), picked.quantity().value(), null, null));
        }
        return lines;
    }

    private static Question question(Ask ask, GoodsLookUp.Result looked) {
        return switch (looked) {
            case GoodsLookUp.Result.Found found ->
                    new Question(Command.of(ask, found, Authority.ANYBODY), null);
            case GoodsLookUp.Result.NotFound(var refusal) ->
                    throw new IllegalStateException(refusal.why());
        };
    }
}
