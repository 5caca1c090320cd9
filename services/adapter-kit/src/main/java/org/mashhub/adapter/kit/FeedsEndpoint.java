package org.mashhub.adapter.kit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.mashhub.hub.v1.FeedDeclared;

/** Takes what an organisation declares to publish, and gives it back. */
@RestController
class FeedsEndpoint {

	private final NoticeReader reader;

	private final FeedDeclarations declarations;

	FeedsEndpoint(NoticeReader reader, FeedDeclarations declarations) {
		this.reader = reader;
		this.declarations = declarations;
	}

	@PutMapping(path = "/{agency}/feeds", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "feeds-declare",
			summary = "Declares all that the sender's organisation publishes, and how often something comes",
			description = "What was declared before and is not named is over. The same again changes nothing. "
					+ "The agency's own scope.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = FeedsNotice.class))))
	Declarations declare(Sender sender,
			@RequestHeader(name = NoticeEndpoint.DRY_RUN, defaultValue = "false") boolean dryRun,
			@RequestBody(required = false) byte @Nullable [] body) {
		FeedsNotice notice = this.reader.read((body != null) ? body : new byte[0], FeedsNotice.class);
		return Declarations.of(this.declarations.declare(sender, notice, dryRun));
	}

	@GetMapping("/{agency}/feeds")
	@Operation(operationId = "feeds", summary = "What the sender's organisation has declared to publish",
			description = "The agency's own scope.")
	Declarations declared(Sender sender) {
		return Declarations.of(this.declarations.standing(sender));
	}

	/**
	 * Declarations that stand, and those that have just ended.
	 *
	 * @param feeds those that stand
	 * @param ended those that are over now
	 */
	record Declarations(List<DeclaredFeed> feeds,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<DeclaredFeed> ended) {

		static Declarations of(List<FeedDeclared> declared) {
			return new Declarations(declared.stream().filter((feed) -> !feed.getEnded()).map(DeclaredFeed::of).toList(),
					declared.stream().filter(FeedDeclared::getEnded).map(DeclaredFeed::of).toList());
		}

	}

	/**
	 * One declaration.
	 *
	 * @param eventType name of the contract
	 * @param longestSilence ISO 8601 duration; null when it comes irregularly
	 * @param declaredAt since when it is declared so
	 * @param receiptId its receipt
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record DeclaredFeed(String eventType, @Nullable String longestSilence, Instant declaredAt, UUID receiptId) {

		static DeclaredFeed of(FeedDeclared declared) {
			return new DeclaredFeed(declared.getEventType(),
					declared.getExpectedEveryHours().map(LongestSilence::text).orElse(null), declared.getDeclaredAt(),
					declared.getReceiptId());
		}

	}

}
