package org.mashhub.adapter.socialcare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.event.socialcare.v1.AssessedChild;
import org.mashhub.event.socialcare.v1.ChildSeen;

/** What an assessment says of one child. */
record ChildAssessment(@NotNull @Valid Child child, @NotNull ChildSeen childSeen,
		@Schema(description = "Whether the child was seen alone") @Nullable Boolean seenAlone,
		@Schema(description = "Factors found, DfE CIN census codes 1A to 24A") @Size(
				max = 40) List<@NotNull @AssessmentFactor String> factorCodes,
		@Schema(description = "What the child needs, as codes of your list; only to tell identical assessments") @Size(
				max = 40) List<@NotNull @Code String> needCodes,
		@Schema(description = "Outcomes as the Standard Safeguarding Dataset names them, for example PROV_OF_SERVICES; only to tell identical assessments") @Size(
				max = 20) List<@NotNull @Code String> outcomeCodes) {

	ChildAssessment {
		factorCodes = Given.list(factorCodes);
		needCodes = Given.list(needCodes);
		outcomeCodes = Given.list(outcomeCodes);
	}

	AssessedChild toEvent(String ref) {
		return AssessedChild.newBuilder()
			.setChildRef(ref)
			.setChildSeen(this.childSeen)
			.setSeenAlone(this.seenAlone)
			.setFactorCodes(this.factorCodes)
			.setContentHash(contentHash())
			.build();
	}

	/**
	 * SHA-256 in hex of the codes that were given of this child, each list in order and
	 * without repetition; null where there are none. The same for two children means that
	 * the same was found of both. Words, names and whether the child was seen do not go
	 * in.
	 */
	private @Nullable String contentHash() {
		if (this.factorCodes.isEmpty() && this.needCodes.isEmpty() && this.outcomeCodes.isEmpty()) {
			return null;
		}
		String content = Stream.of(this.factorCodes, this.needCodes, this.outcomeCodes)
			.map((codes) -> String.join(",", new TreeSet<>(codes)))
			.collect(Collectors.joining("|"));
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
