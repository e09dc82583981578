package io.tidemark.node.web;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.io.InputStream;
import java.util.Optional;

/** Says in plain words what is wrong with a parameter of the path or the query, or with no body. */
final class WrongParameter {
    private WrongParameter() {}

    static Optional<String> reason(Throwable thrown) {
        return switch (thrown) {
            case UnsatisfiedBodyRouteException noBody ->
                    Optional.of("the request has no body; " + body(noBody.getArgument()));
            case UnsatisfiedRouteException missing ->
                    Optional.of(
                            missing.getArgument().getName()
                                    + " is missing in the request; "
                                    + wanted(missing.getArgument())
                                    + " is wanted");
            case ConversionErrorException unreadable -> unreadable(unreadable);
            default -> Optional.empty();
        };
    }

    private static Optional<String> unreadable(ConversionErrorException thrown) {
        Argument<?> parameter = thrown.getArgument();
        if (!Wanted.isScalar(parameter.getType())) return Optional.empty();
        return Optional.of(
                parameter.getName()
                        + " is "
                        + thrown.getConversionError()
                                .getOriginalValue()
                                .map(given -> "'" + Given.text(given.toString()) + "'")
                                .orElse("unreadable")
                        + "; "
                        + wanted(parameter)
                        + " is wanted");
    }

    private static String body(Argument<?> argument) {
        return InputStream.class.isAssignableFrom(argument.getType())
                ? "the content of a file is wanted"
                : "a JSON object is wanted, see the API's description";
    }

    /** Nothing of an address stands in quotes. */
    private static String wanted(Argument<?> parameter) {
        Class<?> type = parameter.getType();
        if (Wanted.isWhole(type)) return Wanted.range(type);
        if (Wanted.isTruth(type)) return "true or false";
        if (type == String.class) return "text";
        return Wanted.in(parameter).replace("\"", "");
    }
}
