package org.mashhub.correlation.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.area.AreaEngine;
import org.mashhub.correlation.area.Outcome;
import org.mashhub.correlation.area.Output;
import org.mashhub.correlation.identity.LinkChange;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.Status;
import org.mashhub.correlation.rules.AlertWriter;
import org.mashhub.correlation.rules.Headline;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.Standing;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.Audience;
import org.mashhub.hub.v1.Certainty;
import org.mashhub.hub.v1.ChangeReason;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.ChronologyStatement;
import org.mashhub.hub.v1.ClosureItem;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.Comparison;
import org.mashhub.hub.v1.Connection;
import org.mashhub.hub.v1.Evidence;
import org.mashhub.hub.v1.FormerChild;
import org.mashhub.hub.v1.KeptApart;
import org.mashhub.hub.v1.LeadProfessional;
import org.mashhub.hub.v1.LinkOutcome;
import org.mashhub.hub.v1.LinkRetracted;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.NamedChild;
import org.mashhub.hub.v1.NextBest;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.PathStep;
import org.mashhub.hub.v1.PersonSplit;
import org.mashhub.hub.v1.PersonsMerged;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.hub.v1.ReviewedMention;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.hub.v1.StatusPeriod;

/**
 * Writes what the engine gives out as records of the contracts, stamped with the epoch.
 */
final class OutputWriter {

	private final String epoch;

	OutputWriter(String epoch) {
		this.epoch = epoch;
	}

	/**
	 * All records for one entry of the area log; what was done with the entry comes last.
	 */
	List<Message> write(Observation observation, AreaEngine.Result result, int partition, long offset) {
		Provenance provenance = new Provenance(observation.getArea(), this.epoch, observation.getReceiptId(),
				result.clock());
		List<Message> messages = new ArrayList<>();
		List<UUID> alerts = new ArrayList<>();
		for (Output output : result.outputs()) {
			messages.add(write(output, observation, provenance));
			if (output instanceof Output.AlertChanged changed && !alerts.contains(changed.alert().id())) {
				alerts.add(changed.alert().id());
			}
		}
		messages.add(new Message(observation.getReceiptId().toString(),
				ObservationApplied.newBuilder()
					.setProvenance(provenance)
					.setOffset(offset)
					.setPartition(partition)
					.setKind(observation.getKind())
					.setOutcome(outcome(result.outcome()))
					.setAlerts(alerts)
					.build()));
		return messages;
	}

	/** The same, when what people did was about an alert of a former epoch. */
	static List<Message> with(Alert former, List<Message> outputs) {
		Message last = outputs.getLast();
		ObservationApplied applied = (ObservationApplied) last.value();
		List<UUID> alerts = new ArrayList<>(applied.getAlerts());
		alerts.add(former.getAlertId());
		List<Message> all = new ArrayList<>(outputs.subList(0, outputs.size() - 1));
		all.add(new Message(former.getAlertId().toString(), former));
		all.add(new Message(last.key(),
				ObservationApplied.newBuilder(applied).setOutcome(AppliedOutcome.APPLIED).setAlerts(alerts).build()));
		return all;
	}

	/** What was done with an entry that could not be applied. */
	Message quarantined(Observation observation, Instant clock, int partition, long offset) {
		return new Message(observation.getReceiptId().toString(),
				ObservationApplied.newBuilder()
					.setProvenance(new Provenance(observation.getArea(), this.epoch, observation.getReceiptId(), clock))
					.setOffset(offset)
					.setPartition(partition)
					.setKind(observation.getKind())
					.setOutcome(AppliedOutcome.QUARANTINED)
					.setAlerts(List.of())
					.build());
	}

	private static AppliedOutcome outcome(Outcome outcome) {
		return switch (outcome) {
			case APPLIED -> AppliedOutcome.APPLIED;
			case SAME_AS_BEFORE -> AppliedOutcome.SAME_AS_BEFORE;
			case SUPERSEDED -> AppliedOutcome.SUPERSEDED;
		};
	}

	private Message write(Output output, Observation observation, Provenance provenance) {
		return switch (output) {
			case Output.RecordChanged changed -> chronology(changed, observation, provenance);
			case Output.MentionDecided decided -> mention(decided, provenance);
			case Output.PersonsMerged merged -> merged(merged, provenance);
			case Output.PersonSplit split -> split(split, provenance);
			case Output.LinkRetracted retracted -> retracted(retracted, provenance);
			case Output.QuestionChanged question -> question(question, provenance);
			case Output.PictureChanged changed -> picture(changed.view(), changed.notKnown(), provenance);
			case Output.PictureWithdrawn withdrawn -> withdrawn(withdrawn, provenance);
			case Output.AlertChanged changed -> alert(changed, provenance);
			case Output.StatusTold told -> notice(told, provenance);
		};
	}

	private static Message chronology(Output.RecordChanged changed, Observation observation, Provenance provenance) {
		SourceRecord record = changed.record();
		boolean withdrawn = record.state() == RecordState.WITHDRAWN;
		SourceRecord shown = (withdrawn && changed.before() != null) ? changed.before() : record;
		ChronologyEntry entry = ChronologyEntry.newBuilder()
			.setProvenance(provenance)
			.setSourceRecord(record.id().toString())
			.setWithdrawn(withdrawn)
			.setAgency(record.id().agency())
			.setOrganisationCode(record.id().organisation())
			.setEventType(record.eventType())
			.setOccurredAt(record.occurredAt())
			.setOccurredPrecision(
					observation.getHeader().map((header) -> header.getOccurredPrecision()).orElse(TimePrecision.EXACT))
			.setRecordedAt(record.recordedAt())
			.setReceivedAt(record.clock())
			.setVersion(record.version())
			.setHeadline(Headline.of(shown))
			.setSummary(withdrawn ? null : observation.getSummary().orElse(null))
			.setHandling(new Handling(HandlingCode.valueOf(record.handling().name()),
					observation.getHeader().flatMap((header) -> header.getHandling().getConditions()).orElse(null)))
			.setMentions(shown.mentions().stream().map(Mention::id).map((id) -> id.value()).toList())
			.setFacts(shown.facts().stream().map((fact) -> fact.kind().name()).distinct().toList())
			.setRestricted(shown.mentions().stream().anyMatch(Mention::restrictedRecord))
			.setStatements(Headline.lines(shown)
				.stream()
				.map((line) -> new ChronologyStatement(line.words(),
						line.about().stream().map((mention) -> mention.id().value()).toList()))
				.toList())
			.build();
		return new Message(provenance.getArea() + "/" + record.id(), entry);
	}

	private static Message mention(Output.MentionDecided decided, Provenance provenance) {
		LinkChange change = decided.change();
		UUID to = (change.to() != null) ? change.to().value() : null;
		return new Message(change.mention().toString(), MentionLinked.newBuilder()
			.setProvenance(provenance)
			.setMentionId(change.mention().value())
			.setSourceRecord(decided.record().toString())
			.setRef(decided.ref())
			.setPersonId(to)
			.setPreviousPersonId((change.from() != null) ? change.from().value() : null)
			.setOutcome(
					(to == null) ? LinkOutcome.WITHDRAWN : change.joined() ? LinkOutcome.JOINED : LinkOutcome.FOUNDED)
			.setBits(change.bits())
			.setComparisons(comparisons(change.comparisons()))
			.setExplanation(LinkWords.of(change))
			.setOfficerDecided(change.officerDecided())
			.setNextBest(nextBest(change.nextBest()))
			.build());
	}

	private static @Nullable NextBest nextBest(LinkChange.@Nullable NextBest next) {
		return (next != null) ? new NextBest(next.person().value(), next.bits(), comparisons(next.comparisons()),
				KeptApart.valueOf(next.apart().name())) : null;
	}

	private static Message merged(Output.PersonsMerged merged, Provenance provenance) {
		return new Message(merged.person().toString(),
				PersonsMerged.newBuilder()
					.setProvenance(provenance)
					.setPersonId(merged.person().value())
					.setMergedPersonId(merged.merged().value())
					.setMentions(merged.mentions().stream().map(MentionId::value).toList())
					.setReason(ChangeReason.valueOf(merged.reason().name()))
					.setBits(merged.link().bits())
					.setComparisons(comparisons(merged.link().comparisons()))
					.setExplanation(LinkWords.merged(merged.reason(), merged.link()))
					.build());
	}

	private static Message split(Output.PersonSplit split, Provenance provenance) {
		return new Message(split.person().toString(),
				PersonSplit.newBuilder()
					.setProvenance(provenance)
					.setPersonId(split.person().value())
					.setNewPersonId(split.other().value())
					.setMentions(split.mentions().stream().map(MentionId::value).toList())
					.setReason(ChangeReason.valueOf(split.reason().name()))
					.setBits(split.link().bits())
					.setComparisons(comparisons(split.link().comparisons()))
					.setExplanation(LinkWords.split(split.reason(), split.link()))
					.build());
	}

	private static Message retracted(Output.LinkRetracted retracted, Provenance provenance) {
		return new Message(retracted.person().toString(),
				LinkRetracted.newBuilder()
					.setProvenance(provenance)
					.setMentionId(retracted.mention().value())
					.setSourceRecord(retracted.record().toString())
					.setRef(retracted.ref())
					.setPersonId(retracted.person().value())
					.setReason(ChangeReason.valueOf(retracted.reason().name()))
					.setExplanation(LinkWords.because(retracted.reason()))
					.build());
	}

	private static List<Comparison> comparisons(List<org.mashhub.correlation.identity.Comparison> comparisons) {
		return comparisons.stream()
			.map((comparison) -> new Comparison(comparison.field(), comparison.level(), comparison.bits()))
			.toList();
	}

	private static Message question(Output.QuestionChanged question, Provenance provenance) {
		return new Message(question.review().id().toString(),
				LinkReview.newBuilder()
					.setProvenance(provenance)
					.setReviewId(question.review().id())
					.setOpen(question.review().open())
					.setPersonId(question.review().one().value())
					.setOtherPersonId(question.review().other().value())
					.setBits(question.review().bits())
					.setComparisons(comparisons(question.comparisons()))
					.setText(question.text())
					.setMention(reviewed(question.one()))
					.setOtherMention(reviewed(question.other()))
					.build());
	}

	private static @Nullable ReviewedMention reviewed(Output.@Nullable Recorded recorded) {
		if (recorded == null) {
			return null;
		}
		Mention mention = recorded.mention();
		SourceRecord record = recorded.record();
		return ReviewedMention.newBuilder()
			.setMentionId(mention.id().value())
			.setSourceRecord(record.id().toString())
			.setRef(mention.ref())
			.setAgency(record.id().agency())
			.setOccurredAt(record.occurredAt())
			.setRole(mention.role().name())
			.setName(mention.particulars().displayName())
			.setBirthDate(mention.particulars().birthDate())
			.setBirthYear(mention.particulars().birthYear())
			.setHandling(HandlingCode.valueOf(record.handling().name()))
			.build();
	}

	private static Message picture(ChildView view, List<String> notKnown, Provenance provenance) {
		ChildPicture picture = ChildPicture.newBuilder()
			.setProvenance(provenance)
			.setChildId(view.child().id().value())
			.setFoundingMention(view.child().founding().value())
			.setWithdrawn(false)
			.setDisplayName(view.child().displayName())
			.setInitial(view.child().initial())
			.setBirthDate(view.child().birthDate())
			.setBirthYear(view.child().birthYear())
			.setAdmittedBecause(String.valueOf(view.admittedBecause()))
			.setGpPractice(view.gpPractice())
			.setLeadProfessional(lead(view.lead()))
			.setStatuses(view.statuses().stream().map(OutputWriter::status).toList())
			.setConnections(
					view.adults().stream().map((adult) -> connection(AlertWriter.connection(adult, view))).toList())
			.setSiblings(view.siblings().stream().map((sibling) -> sibling.value()).toList())
			.setFamily(view.family())
			.setOpenAlerts(view.alerts()
				.stream()
				.filter((alert) -> alert.phase() == AlertMemory.Phase.OPEN)
				.map(AlertMemory::id)
				.toList())
			.setNotKnown(notKnown)
			.build();
		return new Message(view.child().id().toString(), picture);
	}

	private static Message withdrawn(Output.PictureWithdrawn withdrawn, Provenance provenance) {
		return new Message(withdrawn.child().toString(),
				ChildPicture.newBuilder()
					.setProvenance(provenance)
					.setChildId(withdrawn.child().value())
					.setFoundingMention(withdrawn.founding().value())
					.setWithdrawn(true)
					.setDisplayName("")
					.setInitial("")
					.setAdmittedBecause("nothing any more")
					.setFamily(withdrawn.founding().value())
					.build());
	}

	private static StatusPeriod status(Status status) {
		return new StatusPeriod(status.name(), status.since(), status.until(), status.record().id().toString());
	}

	private static @Nullable LeadProfessional lead(org.mashhub.correlation.picture.@Nullable LeadProfessional lead) {
		return (lead != null) ? new LeadProfessional(lead.name(), lead.jobTitle(), lead.organisation(), lead.email(),
				lead.phone(), lead.since()) : null;
	}

	private static Connection connection(AlertContent.Connection connection) {
		return new Connection(connection.person().value(), connection.label(), connection.relation(),
				Certainty.valueOf(connection.certainty()),
				connection.steps()
					.stream()
					.map((step) -> new PathStep(step.kind(), step.to().value(), step.statement(),
							step.records().stream().map(SourceRecordId::toString).toList()))
					.toList());
	}

	private static Message alert(Output.AlertChanged changed, Provenance provenance) {
		AlertMemory alert = changed.alert();
		AlertContent content = alert.content();
		Output.NamedChild first = changed.children().getFirst();
		Alert written = Alert.newBuilder()
			.setProvenance(provenance)
			.setAlertId(alert.id())
			.setChildId(first.child().value())
			.setChildFoundingMention(first.founding().value())
			.setFamily(changed.family())
			.setRule(alert.rule())
			.setRuleName(content.ruleName())
			.setParagraphs(content.paragraphs())
			.setState(state(alert))
			.setRevision(alert.revision())
			.setColour(Colour.valueOf(content.colour()))
			.setAudience(Audience.valueOf(content.audience()))
			.setRaisedAt(alert.raisedAt())
			.setDueAt(alert.dueAt())
			.setOverdue(alert.overdue())
			.setHistoric(alert.historic())
			.setChildLabel(content.childLabel())
			.setStatements(content.statements())
			.setConnections(content.connections().stream().map(OutputWriter::connection).toList())
			.setNotKnown(content.notKnown())
			.setAsk(content.ask())
			.setOpenItems(content.openItems()
				.stream()
				.map((item) -> new ClosureItem(item.item(), item.description(), item.answer()))
				.toList())
			.setFamilyAdvice(content.familyAdvice())
			.setHandlingAdvice(content.handlingAdvice())
			.setDisclaimer(content.disclaimer())
			.setText(content.text())
			.setEvidence(content.evidence().stream().map(OutputWriter::evidence).toList())
			.setLeadProfessional(lead(changed.lead()))
			.setGpPractice(changed.gpPractice())
			.setTakenBy(alert.takenBy())
			.setAcknowledgedBy(alert.acknowledgedBy())
			.setClosedBecause(alert.closedBecause())
			.setOutcome(alert.outcome())
			.setTellAgain(changed.tellAgain())
			.setOtherChildren(changed.children()
				.stream()
				.skip(1)
				.map((child) -> new NamedChild(child.child().value(), child.founding().value(), child.label()))
				.toList())
			.setNoLongerAbout(changed.left()
				.stream()
				.map((child) -> new FormerChild(child.child().value(), child.label(), child.because(), child.settled()))
				.toList())
			.setSettled(alert.settled())
			.setRenewedAt(alert.renewedAt())
			.setLeadInError(changed.leadInError())
			.build();
		return new Message(alert.id().toString(), written);
	}

	static AlertState state(AlertMemory alert) {
		if (alert.phase() != AlertMemory.Phase.OPEN) {
			return AlertState.CLOSED;
		}
		return (alert.revision() == 1) ? AlertState.RAISED : AlertState.REVISED;
	}

	private static Evidence evidence(AlertContent.Evidence evidence) {
		return new Evidence(evidence.receiptId(), evidence.record().toString(), evidence.record().agency(),
				evidence.occurredAt(), evidence.recordedAt(), evidence.statement(),
				new Handling(HandlingCode.valueOf(evidence.handling().name()), null));
	}

	private static Message notice(Output.StatusTold told, Provenance provenance) {
		return new Message(told.id().toString(),
				StatusNotice.newBuilder()
					.setProvenance(provenance)
					.setNoticeId(told.id())
					.setChildId(told.child().value())
					.setFamily(told.family())
					.setGpPractice(told.practice())
					.setStatus(told.status())
					.setEnded(told.ended())
					.setEffectiveOn(told.effectiveOn())
					.setUrgent(told.urgent())
					.setWorkerPhone(told.phone())
					.setNhsNumber(told.nhsNumber())
					.setChildName(told.childName())
					.setBirthDate(told.birthDate())
					.setHistoric(told.historic())
					.setWithdrawn(told.standing() == Standing.IN_ERROR)
					.setToBeChecked(told.standing() == Standing.TO_BE_CHECKED)
					.setEnds(told.ends())
					.build());
	}

}
