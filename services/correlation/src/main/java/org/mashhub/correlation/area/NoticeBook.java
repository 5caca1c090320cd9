package org.mashhub.correlation.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.PersonSummary;
import org.mashhub.correlation.picture.Pictures;
import org.mashhub.correlation.picture.Status;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.NoticeMemory;
import org.mashhub.correlation.state.Standing;
import org.mashhub.messaging.NameUuid;

/**
 * What general practices of one area are told of their children's statuses, while one
 * entry of its log is applied: each change once, and when it was told in error.
 */
final class NoticeBook {

	private final String area;

	private final EngineSettings settings;

	private final AreaState state;

	private final Indexes indexes;

	private final Supplier<Pictures> pictures;

	private final Consumer<Output> outputs;

	NoticeBook(String area, EngineSettings settings, AreaState state, Indexes indexes, Supplier<Pictures> pictures,
			Consumer<Output> outputs) {
		this.area = area;
		this.settings = settings;
		this.state = state;
		this.indexes = indexes;
		this.pictures = pictures;
		this.outputs = outputs;
	}

	/**
	 * What is remembered under a mention that goes, moves to another of the same child.
	 */
	void move(MentionId from, MentionId to) {
		for (NoticeMemory notice : of(from)) {
			this.indexes.putNotice(new NoticeMemory(notice.id(), to, notice.record(), notice.practice(),
					notice.status(), notice.ended(), notice.on(), notice.standing()));
		}
	}

	/** Of a child nobody speaks of any more, its practice was told in error. */
	void leaveOrphan(Mention spokenOf, PersonId founded, boolean historic) {
		for (NoticeMemory notice : of(spokenOf.id())) {
			if (Standing.IN_ERROR.isWorseThan(notice.standing())) {
				this.indexes.putNotice(notice.standing(Standing.IN_ERROR));
				this.outputs.accept(new Output.StatusTold(notice.id(), founded, NameUuid.of("family", spokenOf.id()),
						notice.practice(), notice.status(), notice.ended(), notice.on(), true, null,
						spokenOf.particulars().validIdentifier(Identifier.NHS_NUMBER),
						spokenOf.particulars().displayName(), spokenOf.particulars().birthDate(), historic,
						Standing.IN_ERROR, List.of()));
			}
		}
	}

	/** Tells a child's practice what has changed, and what was an error. */
	void tell(ChildView view) {
		PersonSummary child = view.child();
		Set<UUID> standing = new HashSet<>();
		List<Status> stated = this.pictures.get().openlyStated(child.id());
		for (Status status : stated) {
			if (status.name().equals(Status.NO_FURTHER_ACTION) || status.endedAmong(view.statuses())) {
				continue;
			}
			tell(view, status, false, status.since(), endedBy(view, stated, status), standing);
			if (status.until() != null && !status.name().equals(Status.CLOSED) && endsByItself(stated, status)) {
				tell(view, status, true, status.until(), List.of(), standing);
			}
		}
		for (NoticeMemory notice : ofChild(child.id())) {
			if (!standing.contains(notice.id())) {
				Standing now = standing(notice, view, stated);
				if (now.isWorseThan(notice.standing())) {
					this.indexes.putNotice(notice.standing(now));
					this.outputs.accept(told(notice.id(), view, notice.practice(), notice.status(), notice.ended(),
							notice.on(), null, false, now, List.of()));
				}
			}
		}
	}

	/**
	 * What was told to a practice that the child has left since was no error. Where the
	 * end of a status stands in a record for the MASH alone, the child's practice may
	 * learn neither of it nor why, but must not go by what it was told.
	 */
	private Standing standing(NoticeMemory notice, ChildView view, List<Status> stated) {
		boolean lasts = notice.ended() || notice.status().equals(Status.CLOSED)
				|| hasEnded(notice, stated) == hasEnded(notice, view.statuses());
		if (!isStated(notice, stated) && !isStated(notice, view.statuses())) {
			SourceRecord record = this.state.records().get(notice.record());
			if (notice.standing() == Standing.TO_BE_CHECKED && stillStates(notice, stated)) {
				return Standing.TO_BE_CHECKED;
			}
			if (record == null || record.state() == RecordState.WITHDRAWN
					|| record.handling() == HandlingCode.STANDARD) {
				return Standing.IN_ERROR;
			}
			// The record says something else now, for the MASH alone.
			lasts = false;
		}
		return (lasts || !notice.practice().equals(view.gpPractice())) ? Standing.STANDS : Standing.TO_BE_CHECKED;
	}

	/** The record has the same status, of another day now. */
	private static boolean stillStates(NoticeMemory notice, List<Status> stated) {
		return !notice.ended() && stated.stream()
			.anyMatch(
					(status) -> status.name().equals(notice.status()) && status.record().id().equals(notice.record()));
	}

	private static boolean isStated(NoticeMemory notice, List<Status> statuses) {
		return statuses.stream()
			.anyMatch((status) -> status.name().equals(notice.status())
					&& (notice.ended() ? notice.on().equals(status.until()) : notice.on().equals(status.since())));
	}

	/** What another record says as well goes on, whichever of the two came last. */
	private static boolean hasEnded(NoticeMemory begun, List<Status> statuses) {
		List<Status> named = statuses.stream().filter((status) -> status.name().equals(begun.status())).toList();
		return named.stream().anyMatch((status) -> status.since().equals(begun.on()) && status.until() != null)
				&& named.stream().noneMatch((status) -> status.until() == null);
	}

	/**
	 * An end that another status or the closure tells of needs no message of its own.
	 * That nothing further is to be done, no practice is told: that tells of no end.
	 */
	private static boolean endsByItself(List<Status> statuses, Status ended) {
		return statuses.stream()
			.noneMatch((other) -> !other.equals(ended) && !other.name().equals(Status.NO_FURTHER_ACTION)
					&& other.since().equals(ended.until()));
	}

	/**
	 * What the child's practice was told before, has filed perhaps, and is told the end
	 * of by another status, or by the closure.
	 */
	private List<String> endedBy(ChildView view, List<Status> stated, Status status) {
		return stated.subList(stated.indexOf(status) + 1, stated.size())
			.stream()
			.filter((former) -> status.since().equals(former.until()) && !former.name().equals(status.name())
					&& !former.name().equals(Status.CLOSED))
			.filter((former) -> wasTold(view, former, false, former.since())
					&& !wasTold(view, former, true, status.since()))
			.map(Status::name)
			.distinct()
			.toList();
	}

	private void tell(ChildView view, Status status, boolean ended, LocalDate on, List<String> ends,
			Set<UUID> standing) {
		String practice = view.gpPractice();
		if (practice == null) {
			return;
		}
		UUID id = NameUuid.of("notice", this.area, status.record().id(), status.name(), ended, on, practice);
		standing.add(id);
		NoticeMemory known = this.state.notices().get(id);
		boolean news = ended || status.open() || status.name().equals(Status.CLOSED);
		boolean otherPracticeTold = known == null && !status.open() && toldSomebody(view, status, ended, on);
		if (news && ((known == null) ? !otherPracticeTold : known.standing() != Standing.STANDS)) {
			this.indexes.putNotice(new NoticeMemory(id, view.child().founding(), status.record().id(), practice,
					status.name(), ended, on, Standing.STANDS));
			this.outputs.accept(told(id, view, practice, status.name(), ended, on, status.phone(),
					status.record().historic(), Standing.STANDS, ends));
		}
	}

	private boolean toldSomebody(ChildView view, Status status, boolean ended, LocalDate on) {
		return !noticesOf(view, status, ended, on).isEmpty();
	}

	/** Whether the practice was told, and not that it was an error. */
	private boolean wasTold(ChildView view, Status status, boolean ended, LocalDate on) {
		return noticesOf(view, status, ended, on).stream()
			.anyMatch(
					(notice) -> notice.practice().equals(view.gpPractice()) && notice.standing() != Standing.IN_ERROR);
	}

	private List<NoticeMemory> noticesOf(ChildView view, Status status, boolean ended, LocalDate on) {
		return ofChild(view.child().id()).stream()
			.filter((notice) -> notice.status().equals(status.name()) && notice.ended() == ended
					&& notice.on().equals(on))
			.toList();
	}

	private Output.StatusTold told(UUID id, ChildView view, String practice, String status, boolean ended, LocalDate on,
			@Nullable String phone, boolean historic, Standing standing, List<String> ends) {
		PersonSummary child = view.child();
		boolean urgent = standing != Standing.STANDS || (!ended && this.settings.urgentStatuses().contains(status));
		return new Output.StatusTold(id, child.id(), view.family(), practice, status, ended, on, urgent, phone,
				child.nhsNumber(), child.displayName(), child.birthDate(), historic, standing, ends);
	}

	private List<NoticeMemory> of(MentionId mention) {
		List<UUID> ids = this.state.noticesOfChild().get(mention);
		if (ids == null) {
			return List.of();
		}
		List<NoticeMemory> notices = new ArrayList<>(ids.size());
		for (UUID id : ids) {
			NoticeMemory notice = this.state.notices().get(id);
			if (notice != null) {
				notices.add(notice);
			}
		}
		return notices;
	}

	private List<NoticeMemory> ofChild(PersonId child) {
		List<MentionId> mentions = this.state.persons().get(child);
		List<NoticeMemory> notices = new ArrayList<>();
		if (mentions != null) {
			mentions.forEach((mention) -> notices.addAll(of(mention)));
		}
		return notices;
	}

}
