package org.mashhub.adapter.kit;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457) as {@link Problems} makes them, for the description.
 *
 * @param type code of the reason
 * @param title the reason in a sentence
 * @param status what HTTP calls it
 * @param instance path of the request
 * @param remedy what the sender can do about the whole
 * @param errors what is wrong field by field; may be empty
 * @param rejectionId under which a refused record is kept for mending
 */
record Problem(
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "urn:mashhub:problem:invalid-record") URI type,
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) int status, @Nullable URI instance,
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String remedy,
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<FieldProblem> errors, @Nullable UUID rejectionId) {

}
