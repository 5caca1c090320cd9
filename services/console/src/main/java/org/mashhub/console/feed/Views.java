package org.mashhub.console.feed;

import java.util.List;

import org.mashhub.console.readmodel.AlertView;
import org.mashhub.console.readmodel.ChildView;
import org.mashhub.console.readmodel.ChronologyView;
import org.mashhub.console.readmodel.ClosureItemView;
import org.mashhub.console.readmodel.ComparisonView;
import org.mashhub.console.readmodel.ConnectionView;
import org.mashhub.console.readmodel.EvidenceView;
import org.mashhub.console.readmodel.FormerChildView;
import org.mashhub.console.readmodel.IdentityView;
import org.mashhub.console.readmodel.LeadProfessionalView;
import org.mashhub.console.readmodel.NamedChildView;
import org.mashhub.console.readmodel.NextBestView;
import org.mashhub.console.readmodel.NotificationView;
import org.mashhub.console.readmodel.ProvenanceView;
import org.mashhub.console.readmodel.QuarantineView;
import org.mashhub.console.readmodel.ReviewView;
import org.mashhub.console.readmodel.ReviewedMentionView;
import org.mashhub.console.readmodel.StatementView;
import org.mashhub.console.readmodel.StatusView;
import org.mashhub.console.readmodel.StepView;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.Comparison;
import org.mashhub.hub.v1.Connection;
import org.mashhub.hub.v1.Evidence;
import org.mashhub.hub.v1.LeadProfessional;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.hub.v1.ReviewedMention;

/** Turns the topics' records into what the console shows. */
final class Views {

	private Views() {
	}

	static AlertView of(Alert alert) {
		return new AlertView(alert.getAlertId(), alert.getProvenance().getArea(), alert.getChildId(),
				alert.getChildFoundingMention(), alert.getFamily(), alert.getRule(), alert.getRuleName(),
				alert.getParagraphs(), alert.getState(), alert.getRevision(), alert.getColour(), alert.getAudience(),
				alert.getRaisedAt(), alert.getDueAt(), alert.getOverdue(), alert.getHistoric(), alert.getChildLabel(),
				alert.getStatements(), connections(alert.getConnections()), alert.getNotKnown(), alert.getAsk(),
				alert.getOpenItems()
					.stream()
					.map((item) -> new ClosureItemView(item.getItem(), item.getDescription(),
							item.getAnswer().orElse(null)))
					.toList(),
				alert.getFamilyAdvice(), alert.getHandlingAdvice().orElse(null), alert.getDisclaimer(), alert.getText(),
				alert.getEvidence().stream().map(Views::of).toList(),
				alert.getLeadProfessional().map(Views::of).orElse(null), alert.getGpPractice().orElse(null),
				alert.getTakenBy().orElse(null), alert.getAcknowledgedBy(), alert.getClosedBecause().orElse(null),
				alert.getOutcome().orElse(null),
				alert.getOtherChildren()
					.stream()
					.map((child) -> new NamedChildView(child.getChildId(), child.getLabel()))
					.toList(),
				alert.getNoLongerAbout()
					.stream()
					.map((child) -> new FormerChildView(child.getChildId(), child.getLabel(), child.getBecause()))
					.toList(),
				of(alert.getProvenance()));
	}

	static ChildView of(ChildPicture picture) {
		return new ChildView(picture.getChildId(), picture.getProvenance().getArea(), picture.getFoundingMention(),
				picture.getFamily(), picture.getWithdrawn(), picture.getDisplayName(), picture.getInitial(),
				picture.getBirthDate().orElse(null), picture.getBirthYear().orElse(null), picture.getAdmittedBecause(),
				picture.getGpPractice().orElse(null), picture.getLeadProfessional().map(Views::of).orElse(null),
				picture.getStatuses()
					.stream()
					.map((status) -> new StatusView(status.getStatus(), status.getSince(),
							status.getUntil().orElse(null), status.getSourceRecord()))
					.toList(),
				connections(picture.getConnections()), picture.getSiblings(), picture.getOpenAlerts(),
				picture.getNotKnown(), of(picture.getProvenance()));
	}

	static ChronologyView of(ChronologyEntry entry) {
		return new ChronologyView(entry.getProvenance().getArea(), entry.getSourceRecord(), entry.getAgency(),
				entry.getOrganisationCode(), entry.getEventType(), entry.getOccurredAt(), entry.getOccurredPrecision(),
				entry.getRecordedAt(), entry.getReceivedAt(), entry.getVersion(), entry.getHeadline(),
				entry.getSummary().orElse(null), entry.getHandling().getCode(),
				entry.getHandling().getConditions().orElse(null), entry.getMentions(), entry.getFacts(),
				entry.getRestricted(),
				entry.getStatements()
					.stream()
					.map((part) -> new StatementView(part.getHeadline(), part.getMentions()))
					.toList(),
				null);
	}

	static IdentityView of(MentionLinked linked) {
		return new IdentityView(linked.getMentionId(), linked.getProvenance().getArea(), linked.getSourceRecord(),
				linked.getRef(), linked.getPersonId().orElse(null), linked.getPreviousPersonId().orElse(null),
				linked.getOutcome(), linked.getBits().orElse(null), comparisons(linked.getComparisons()),
				linked.getExplanation(),
				linked.getNextBest()
					.map((next) -> new NextBestView(next.getPersonId(), next.getBits(),
							comparisons(next.getComparisons()), next.getKeptApart()))
					.orElse(null));
	}

	static ReviewView of(LinkReview review) {
		return new ReviewView(review.getReviewId(), review.getProvenance().getArea(), review.getOpen(),
				review.getPersonId(), review.getOtherPersonId(), review.getBits(), comparisons(review.getComparisons()),
				review.getText(), review.getProvenance().getClock(), review.getMention().map(Views::of).orElse(null),
				review.getOtherMention().map(Views::of).orElse(null));
	}

	private static ReviewedMentionView of(ReviewedMention mention) {
		return new ReviewedMentionView(mention.getMentionId(), mention.getSourceRecord(), mention.getRef(),
				mention.getAgency(), mention.getOccurredAt(), mention.getRole(), mention.getName(),
				mention.getBirthDate().orElse(null), mention.getBirthYear().orElse(null), mention.getHandling());
	}

	static NotificationView of(NotificationRecorded told) {
		return new NotificationView(told.getNotificationId(), told.getArea(), told.getAlertId().orElse(null),
				told.getNoticeId().orElse(null), told.getChildId(), told.getRevision(), told.getRecipientRole(),
				told.getRecipientName().orElse(null), told.getChannel(), told.getState(), told.getPurpose(),
				told.getLawfulBasis(), told.getHeldBack(), told.getAttempts(), told.getAt());
	}

	static QuarantineView of(QuarantinedRecord record) {
		return new QuarantineView(record.getStage(), record.getTopic(), record.getPartition(), record.getOffset(),
				record.getArea().orElse(null), record.getReceiptId().orElse(null), record.getReason(), record.getAt());
	}

	private static ProvenanceView of(Provenance provenance) {
		return new ProvenanceView(provenance.getArea(), provenance.getEpoch(), provenance.getReceiptId(),
				provenance.getClock());
	}

	private static EvidenceView of(Evidence evidence) {
		return new EvidenceView(evidence.getReceiptId(), evidence.getSourceRecord(), evidence.getAgency(),
				evidence.getOccurredAt(), evidence.getRecordedAt(), evidence.getStatement(),
				evidence.getHandling().getCode(), evidence.getHandling().getConditions().orElse(null));
	}

	private static LeadProfessionalView of(LeadProfessional lead) {
		return new LeadProfessionalView(lead.getName(), lead.getJobTitle().orElse(null),
				lead.getOrganisation().orElse(null), lead.getEmail().orElse(null), lead.getPhone().orElse(null),
				lead.getSince());
	}

	private static List<ConnectionView> connections(List<Connection> connections) {
		return connections.stream()
			.map((connection) -> new ConnectionView(connection.getPersonId(), connection.getLabel(),
					connection.getRelation(), connection.getCertainty(),
					connection.getPath()
						.stream()
						.map((step) -> new StepView(step.getKind(), step.getToPersonId(), step.getStatement(),
								step.getSourceRecords()))
						.toList()))
			.toList();
	}

	private static List<ComparisonView> comparisons(List<Comparison> comparisons) {
		return comparisons.stream()
			.map((comparison) -> new ComparisonView(comparison.getField(), comparison.getLevel(), comparison.getBits()))
			.toList();
	}

}
