package org.mashhub.adapter.kit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.mashhub.hub.v1.RecordRejected;

/** Gives an organisation back what was refused from it, and from nobody else. */
@RestController
class RejectedEndpoint {

	private static final String EARLIER = "only what was refused before the record of this id: follow the header Link";

	private final NoticeReader reader;

	private final RejectedRecords records;

	private final Rejections rejections;

	RejectedEndpoint(NoticeReader reader, RejectedRecords records, Rejections rejections) {
		this.reader = reader;
		this.records = records;
		this.rejections = rejections;
	}

	@GetMapping("/{agency}/rejected")
	@Operation(operationId = "rejected",
			summary = "What was refused in the last 30 days and is not mended yet, oldest first",
			description = "Only the sender's own records: the newest 1,000, of each the first 20 errors. Where there are "
					+ "more, the header Link names where the list goes on, with rel=next. The agency's own scope.")
	List<Refused> list(Sender sender,
			@Parameter(description = EARLIER) @RequestParam(required = false) @Nullable UUID before,
			HttpServletRequest request, HttpServletResponse response) {
		RejectedRecords.Part part = this.records.open(sender, before);
		if (part.more() != null) {
			response.setHeader(HttpHeaders.LINK,
					"<" + request.getRequestURI() + "?before=" + part.more() + ">; rel=\"next\"");
		}
		return part.records().stream().map((record) -> Refused.of(record, false)).toList();
	}

	@GetMapping("/{agency}/rejected/{id}")
	@Operation(operationId = "rejected-show", summary = "One refused record with what was sent",
			description = "The agency's own scope.")
	Refused show(Sender sender, @PathVariable UUID id) {
		return Refused.of(find(sender, id), true);
	}

	@PostMapping(path = "/{agency}/rejected/{id}/mended", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "rejected-mended",
			summary = "Says that a mended record has taken the place of a refused one",
			description = "After the mended record was accepted where the refused one was sent. The agency's own scope.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = Mended.class))))
	void mended(Sender sender, @PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] body) {
		UUID receipt = this.reader.read((body != null) ? body : new byte[0], Mended.class).receiptId();
		try {
			this.rejections.resolve(sender, find(sender, id), receipt).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private RecordRejected find(Sender sender, UUID id) {
		return this.records.find(sender, id).orElseThrow(NoSuchRecordException::new);
	}

	/**
	 * A refused record.
	 *
	 * @param id its id
	 * @param at when it was refused
	 * @param path where it was sent
	 * @param line line of the file that it stood in
	 * @param reason code of the reason
	 * @param errors what is wrong field by field
	 * @param contentType what it claimed to be
	 * @param body what was sent, when it is text
	 * @param bodyBase64 what was sent, when it is not
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Refused(UUID id, Instant at, String path, @Nullable Integer line, String reason, List<FieldProblem> errors,
			@Nullable String contentType, @Nullable String body, @Nullable String bodyBase64) {

		static Refused of(RecordRejected record, boolean withBody) {
			String text = withBody ? text(record.getBody()) : null;
			return new Refused(record.getRejectionId(), record.getAt(), record.getPath(),
					record.getSourceLine().orElse(null), record.getReason(),
					record.getErrors()
						.stream()
						.map((error) -> new FieldProblem(error.getField(), error.getProblem(),
								error.getRemedy().orElse("")))
						.toList(),
					record.getContentType().orElse(null), text,
					(withBody && text == null) ? Base64.getEncoder().encodeToString(bytes(record.getBody())) : null);
		}

		private static @Nullable String text(ByteBuffer body) {
			try {
				return StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString();
			}
			catch (CharacterCodingException ex) {
				return null;
			}
		}

		private static byte[] bytes(ByteBuffer body) {
			byte[] bytes = new byte[body.remaining()];
			body.duplicate().get(bytes);
			return bytes;
		}

	}

	/**
	 * What has taken a refused record's place.
	 *
	 * @param receiptId receipt of the mended record
	 */
	record Mended(@NotNull UUID receiptId) {

	}

}
