package org.mashhub.correlation.area;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.identity.Comparison;
import org.mashhub.correlation.identity.LinkChange;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.LeadProfessional;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.ReviewMemory;
import org.mashhub.correlation.state.Standing;

/** Something that one entry of the area log changed, for those outside. */
public sealed interface Output {

	/**
	 * A line of the chronology came, changed or went.
	 *
	 * @param record the record in its new version
	 * @param before the version before, null when there was none
	 */
	record RecordChanged(SourceRecord record, @Nullable SourceRecord before) implements Output {
	}

	/**
	 * It is decided which person a mention speaks of.
	 *
	 * @param change the decision
	 * @param record the record the mention stands in
	 * @param ref the mention's name within the record
	 */
	record MentionDecided(LinkChange change, SourceRecordId record, String ref) implements Output {
	}

	/**
	 * All mentions of one person belong to another now.
	 *
	 * @param person the person that stays
	 * @param merged the id that is no longer used
	 * @param mentions mentions that came over
	 * @param link the link that has most behind it
	 * @param reason what led to it
	 */
	record PersonsMerged(PersonId person, PersonId merged, List<MentionId> mentions, LinkChange link,
			ChangeReason reason) implements Output {

		public PersonsMerged {
			mentions = List.copyOf(mentions);
		}

	}

	/**
	 * Some mentions of a person belong to another now.
	 *
	 * @param person the person they were taken for
	 * @param other the person they are
	 * @param mentions the mentions
	 * @param link the link that has most behind it
	 * @param reason what led to it
	 */
	record PersonSplit(PersonId person, PersonId other, List<MentionId> mentions, LinkChange link,
			ChangeReason reason) implements Output {

		public PersonSplit {
			mentions = List.copyOf(mentions);
		}

	}

	/**
	 * A mention speaks of nobody any more.
	 *
	 * @param mention the mention
	 * @param record the record it stood in
	 * @param ref the mention's name within the record
	 * @param person the person it was linked to
	 * @param reason what led to it
	 */
	record LinkRetracted(MentionId mention, SourceRecordId record, String ref, PersonId person,
			ChangeReason reason) implements Output {
	}

	/**
	 * A question for an officer was put, or has gone away.
	 *
	 * @param review the question
	 * @param comparisons what speaks for and against
	 * @param text the question in words
	 * @param one one of the two mentions it is about, null when it is gone
	 * @param other the other mention, null when it is gone
	 */
	record QuestionChanged(ReviewMemory review, List<Comparison> comparisons, String text, @Nullable Recorded one,
			@Nullable Recorded other) implements Output {

		public QuestionChanged {
			comparisons = List.copyOf(comparisons);
		}

	}

	/**
	 * A mention and the record it stands in.
	 *
	 * @param mention the mention
	 * @param record the record
	 */
	record Recorded(Mention mention, SourceRecord record) {
	}

	/**
	 * A child's picture has changed.
	 *
	 * @param view the picture
	 * @param notKnown what rules need to hear about the child and do not
	 */
	record PictureChanged(ChildView view, List<String> notKnown) implements Output {

		public PictureChanged {
			notKnown = List.copyOf(notKnown);
		}

	}

	/**
	 * A child may no longer be shown.
	 *
	 * @param child the child as it was last called
	 * @param founding the mention under which its picture was given out
	 */
	record PictureWithdrawn(PersonId child, MentionId founding) implements Output {
	}

	/**
	 * An alert was raised, revised or closed.
	 *
	 * @param alert the alert
	 * @param children the children it is about, one at least, the eldest first
	 * @param family key of the family
	 * @param lead who leads
	 * @param gpPractice the first child's practice
	 * @param left children whom the revision before spoke of, and this one does not
	 * @param tellAgain whether whoever was told is to be told once more, although it has
	 * become neither more urgent nor newer
	 * @param leadInError whether whoever led at the revision before was taken for the
	 * lead by mistake
	 */
	record AlertChanged(AlertMemory alert, List<NamedChild> children, UUID family, @Nullable LeadProfessional lead,
			@Nullable String gpPractice, List<FormerChild> left, boolean tellAgain,
			boolean leadInError) implements Output {

		public AlertChanged {
			children = List.copyOf(children);
			left = List.copyOf(left);
		}

	}

	/**
	 * A child as an alert names it.
	 *
	 * @param child the child
	 * @param founding founding mention of the child
	 * @param label initial and age
	 */
	record NamedChild(PersonId child, MentionId founding, String label) {
	}

	/**
	 * A child whom an alert speaks of no longer.
	 *
	 * @param child the child
	 * @param label initial and age, as it was named
	 * @param because why
	 * @param settled whether what was said of the child was right
	 */
	record FormerChild(PersonId child, String label, String because, boolean settled) {
	}

	/**
	 * A practice is to be told of a child's status, or that it must not go by what it was
	 * told.
	 *
	 * @param id the notice
	 * @param child the child
	 * @param family key of the family
	 * @param practice the practice
	 * @param status name of the status
	 * @param ended whether it ended
	 * @param effectiveOn first or last day
	 * @param urgent whether it cannot wait for the day's item
	 * @param phone whom to ring
	 * @param nhsNumber the child's number
	 * @param childName the child's name
	 * @param birthDate the child's date of birth
	 * @param historic whether it was loaded at go-live
	 * @param standing whether what is said of the status stands
	 * @param ends names of the statuses that the practice was told before and that end by
	 * this one, or by the closure
	 */
	record StatusTold(UUID id, PersonId child, UUID family, String practice, String status, boolean ended,
			LocalDate effectiveOn, boolean urgent, @Nullable String phone, @Nullable String nhsNumber, String childName,
			@Nullable LocalDate birthDate, boolean historic, Standing standing, List<String> ends) implements Output {

		public StatusTold {
			ends = List.copyOf(ends);
		}

	}

}
