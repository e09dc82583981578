package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looking at what was done with goods here. */
@Controller("/api/v1/stock/entries")
final class GoodsReadsApi {
    private final Desks desks;

    GoodsReadsApi(Desks desks) {
        this.desks = desks;
    }

    /**
     * What was moved, counted and looked at on a business day (yyyy-mm-dd), of the open one if none
     * is named; the last first.
     */
    @Get
    List<GoodsAnswers.Done> done(@QueryValue @Nullable String day) {
        TillDesk desk = desks.now();
        LocalDate wanted =
                day == null ? desk.recorder().view().businessDay() : ReadsApi.parsed(day);
        if (wanted == null) return List.of();
        ReadsApi.followed(desk);
        return desk.goods().of(wanted).stream().map(GoodsTold::done).toList();
    }

    /** A movement or a count as it was recorded. */
    @Get("/{epoch}/{sequence}")
    GoodsAnswers.Recorded entry(int epoch, long sequence) {
        TillDesk desk = desks.now();
        ReadsApi.followed(desk);
        return desk.goods()
                .entry(epoch, sequence)
                .map(GoodsTold::recorded)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND,
                                "no movement and no count was recorded here as entry "
                                        + sequence
                                        + " of epoch "
                                        + epoch));
    }
}
