package io.tidemark.node.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/**
 * Which of it is said. Found by Logback, before any of its files: the broker's jar brings one. Only
 * tests have theirs.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class NodeLog extends ContextAwareBase implements Configurator {
    private static final String OF_TESTS = "/logback-test.xml";

    private static final Map<String, Level> LEVELS =
            Map.of(
                    Logger.ROOT_LOGGER_NAME,
                    Level.INFO,
                    // The gateway's broker speaks only where a person must act.
                    "com.hivemq",
                    Level.WARN,
                    // It looks every ten seconds for its key files, which are taken off the disk on
                    // purpose.
                    "com.hivemq.security.ssl.SslContextStore",
                    Level.ERROR,
                    "migrations",
                    Level.WARN,
                    "io.micronaut",
                    Level.WARN);

    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        if (NodeLog.class.getResource(OF_TESTS) != null) return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        StandardError standardError = new StandardError();
        standardError.setContext(logs);
        standardError.start();
        LEVELS.forEach((name, level) -> logs.getLogger(name).setLevel(level));
        logs.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardError);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
