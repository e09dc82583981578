package io.tidemark.node.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A line for each event: time, level, the class that speaks, what it says, and why in short. */
final class StandardError extends AppenderBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final ThrowableProxyConverter why = new ThrowableProxyConverter();

    @Override
    public void start() {
        why.setOptionList(List.of("short"));
        why.start();
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        byte[] line = line(event).getBytes(UTF_8);
        System.err.write(line, 0, line.length);
        System.err.flush();
    }

    String line(ILoggingEvent event) {
        LocalTime time = LocalTime.ofInstant(event.getInstant(), ZoneId.systemDefault());
        String logger = event.getLoggerName();
        return "%s %-5s %s: %s%n%s"
                .formatted(
                        TIME.format(time),
                        event.getLevel(),
                        logger.substring(logger.lastIndexOf('.') + 1),
                        event.getFormattedMessage(),
                        why.convert(event));
    }
}
