package io.tidemark.fog.dashboard;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Currencies bought and sold by the store, for programs of this machine. */
@Controller("/api/v1/exchange")
final class ExchangeApi {
    private final ExchangeView exchange;

    ExchangeApi(ExchangeView exchange) {
        this.exchange = exchange;
    }

    /**
     * Positions as the last close-down left them, and the exchanges of a day.
     *
     * @param day yyyy-mm-dd; today's unless given
     */
    @Get
    ExchangeOfDay of(@QueryValue @Nullable String day) {
        LocalDate chosen = exchange.dayOf(day);
        return ExchangeOfDay.of(exchange, chosen);
    }
}
