package org.mashhub.adapter.kit;

import java.util.List;
import java.util.Optional;

/**
 * The part of the address space that belongs to one kind of agency, and the kinds of
 * record that it takes: whoever sends there needs the scope {@code publish:<agency>}.
 * Each adapter contributes one bean.
 *
 * @param agency code of the kind of agency, for example {@code police}
 * @param pathPrefix where its endpoints begin, for example {@code /police}
 * @param notices kinds of record that it takes as JSON, NDJSON and CSV
 */
public record AgencyEndpoints(String agency, String pathPrefix, List<NoticeType<?>> notices) {

	public AgencyEndpoints {
		notices = List.copyOf(notices);
	}

	public AgencyEndpoints(String agency, String pathPrefix, NoticeType<?>... notices) {
		this(agency, pathPrefix, List.of(notices));
	}

	/**
	 * The authority that a token needs.
	 * @return Spring Security's name of the scope
	 */
	String authority() {
		return "SCOPE_publish:" + this.agency;
	}

	boolean contains(String path) {
		return path.startsWith(this.pathPrefix + "/");
	}

	Optional<NoticeType<?>> noticeAt(String path) {
		for (NoticeType<?> notice : this.notices) {
			if (path.equals(this.pathPrefix + "/" + notice.collection())) {
				return Optional.of(notice);
			}
		}
		return Optional.empty();
	}

}
