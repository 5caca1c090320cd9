package org.mashhub.adapter.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.avro.specific.SpecificRecord;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventPublisher;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.LogUnavailableException;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.Receipt;
import org.mashhub.adapter.kit.SaidBefore;
import org.mashhub.adapter.kit.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Takes the entries of a Bundle one after the other, each as a record of its own. When
 * the broker cannot keep one, the whole Bundle is refused with 503: to send it again does
 * no harm.
 */
@Component
class BundleIntake {

	private static final Logger LOG = LoggerFactory.getLogger(BundleIntake.class);

	private final FhirTranslator translator;

	private final EventPublisher publisher;

	private final HandlerExceptionResolver refusals;

	private final JsonMapper json;

	BundleIntake(FhirTranslator translator, EventPublisher publisher,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals, JsonMapper json) {
		this.translator = translator;
		this.publisher = publisher;
		this.refusals = refusals;
		this.json = json;
	}

	Answer take(Sender sender, FhirBundle bundle, boolean dryRun, HttpServletRequest request,
			HttpServletResponse response) {
		List<Outcome> outcomes = new ArrayList<>();
		SaidBefore said = new SaidBefore(FhirBundle.MOST_ENTRIES);
		for (FhirBundle.Entry entry : bundle.entries()) {
			try {
				outcomes.add(take(sender, entry, said, dryRun));
			}
			catch (LogUnavailableException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				outcomes.add(refused(ex, new EntryRequest(request, entry.body()), response));
			}
		}
		Answer answer = Answer.of(outcomes);
		LOG.atInfo()
			.addKeyValue("agency", sender.agency())
			.addKeyValue("accepted", answer.accepted())
			.addKeyValue("refused", answer.refused())
			.addKeyValue("dryRun", dryRun)
			.log("Took a Bundle of agency records");
		return answer;
	}

	private Outcome take(Sender sender, FhirBundle.Entry entry, SaidBefore said, boolean dryRun) {
		if (entry.isContext()) {
			return new Outcome(200, null, null, null, null);
		}
		Resource resource = entry.taken();
		SpecificRecord event = this.translator.translate(sender, resource, entry, null);
		if (said.otherwise(event)) {
			throw new NoticeRefusedException(List.of(new FieldProblem(resource.fhirType() + ".id",
					"has stood further up in this Bundle, with the same version and other content",
					"Give each resource an id of its own, or the changed one a higher meta.versionId.")));
		}
		if (dryRun) {
			Preview preview = Preview.of(event);
			return new Outcome(200, null, preview.eventId(), preview.wouldPublish(), null);
		}
		Receipt receipt = this.publisher.publish(event);
		return new Outcome(202, receipt.receiptId(), receipt.eventId().toString(), null, null);
	}

	/**
	 * Asks for what would have been answered to the entry alone; what nobody has an
	 * answer to is the hub's own fault.
	 */
	private Outcome refused(RuntimeException failure, HttpServletRequest request, HttpServletResponse response) {
		ContentCachingResponseWrapper alone = new ContentCachingResponseWrapper(response);
		if (this.refusals.resolveException(request, alone,
				request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE), failure) != null) {
			JsonNode problem = this.json.readTree(alone.getContentAsByteArray());
			return new Outcome(problem.path("status").asInt(), null, null, null, problem);
		}
		LOG.atError()
			.addKeyValue("cause", failure.getClass().getSimpleName())
			.log("Could not translate an entry of a Bundle");
		return new Outcome(500, null, null, null, null);
	}

	/**
	 * What became of a Bundle.
	 *
	 * @param type always {@code batch-response}
	 * @param accepted entries accepted, or acceptable in a dry run
	 * @param refused entries that need mending
	 * @param entry what became of each entry, in the order of the Bundle
	 */
	record Answer(String type, long accepted, long refused, List<Outcome> entry) {

		static Answer of(List<Outcome> outcomes) {
			return new Answer("batch-response", outcomes.stream().filter((one) -> one.eventId() != null).count(),
					outcomes.stream().filter((one) -> one.status() >= 400).count(), List.copyOf(outcomes));
		}

	}

	/**
	 * What became of one entry.
	 *
	 * @param status what HTTP would have answered to it alone; 200 when it only says more
	 * about others, and in a dry run
	 * @param receiptId its receipt, when it was accepted
	 * @param eventId id of the event
	 * @param wouldPublish the topic, in a dry run
	 * @param problem what is wrong with it, as problem details
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Outcome(int status, @Nullable UUID receiptId, @Nullable String eventId, @Nullable String wouldPublish,
			@Schema(type = "object") @Nullable JsonNode problem) {

	}

}
