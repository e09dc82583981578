package io.tidemark.edge.till;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/**
 * What the generated description of the API says of it as a whole; served as {@code
 * /openapi/till.yml}.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tidemark till",
                        version = "1",
                        description =
                                "For a till program on the same machine. Every command carries an id that the caller"
                                        + " made: repeated with the same body it gets the same answer and is recorded once;"
                                        + " with another body, 409. Errors are application/problem+json (RFC 9457)."))
final class ApiDescription {
    private ApiDescription() {}
}
