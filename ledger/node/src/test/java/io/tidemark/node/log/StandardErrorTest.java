package io.tidemark.node.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandardErrorTest {
    private static final Instant NINE =
            LocalDateTime.of(2026, 11, 21, 9, 0).atZone(ZoneId.systemDefault()).toInstant();

    private final StandardError log = new StandardError();

    @BeforeEach
    void start() {
        log.start();
    }

    @Test
    void a_line_says_when_how_grave_who_and_what() {
        assertThat(log.line(event(null)))
                .isEqualTo("09:00:00.000 WARN  PahoUplink: the gateway is away%n".formatted());
    }

    @Test
    void a_failure_is_told_with_the_place_it_came_from_and_no_more() {
        String told = log.line(event(new IllegalStateException("no route")));

        assertThat(told.lines()).hasSizeBetween(2, 4);
        assertThat(told).contains("java.lang.IllegalStateException: no route", "StandardErrorTest");
    }

    private static LoggingEvent event(@Nullable Throwable why) {
        LoggerContext logs = new LoggerContext();
        LoggingEvent event =
                new LoggingEvent(
                        "",
                        logs.getLogger("io.tidemark.edge.sync.PahoUplink"),
                        Level.WARN,
                        "the gateway is {}",
                        why,
                        new Object[] {"away"});
        event.setInstant(NINE);
        return event;
    }
}
