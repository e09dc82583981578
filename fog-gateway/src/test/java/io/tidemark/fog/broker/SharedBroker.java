package io.tidemark.fog.broker;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test class the one broker: to open and to close one takes seconds. */
final class SharedBroker implements ParameterResolver {
    private static final Namespace PLACE = Namespace.create(SharedBroker.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().equals(OpenBroker.class);
    }

    /** JUnit closes it after the last test. */
    @Override
    public OpenBroker resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(PLACE)
                .getOrComputeIfAbsent(OpenBroker.class, _ -> OpenBroker.open(), OpenBroker.class);
    }
}
