package org.mashhub.adapter.kit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * Keeps the body of a request that was refused, so that its sender can mend it and send
 * it again. Not kept is what is put in place of something, since whoever put it does so
 * again, what a dry run refuses, and what its kind of record keeps to itself.
 */
public class RefusedBodies {

	private final Agencies agencies;

	private final Rejections rejections;

	RefusedBodies(Agencies agencies, Rejections rejections) {
		this.agencies = agencies;
		this.rejections = rejections;
	}

	/**
	 * Keeps what an adapter refuses in an answer of its own form.
	 * @param request the request, whose body was read
	 * @param status what HTTP calls the refusal
	 * @param reason code of the reason, as in the metrics
	 * @param errors what is wrong field by field
	 * @return under which id it is kept; empty when it is not
	 */
	public Optional<UUID> keep(HttpServletRequest request, HttpStatus status, String reason,
			List<FieldProblem> errors) {
		return keep(request, new Refusal(status, reason, "The record is refused", "", errors));
	}

	Optional<UUID> keep(HttpServletRequest request, Refusal refusal) {
		if (request.getAttribute(SenderResolver.SENDER) instanceof Sender sender
				&& HttpMethod.POST.matches(request.getMethod())
				&& !"true".equals(request.getHeader(NoticeEndpoint.DRY_RUN))
				&& this.agencies.noticeOf(request).map(NoticeType::keepsRefused).orElse(true)) {
			byte[] body = body(request);
			if (body.length > 0) {
				return this.rejections
					.keep(sender, request.getRequestURI(), request.getContentType(), body, null, refusal)
					.join();
			}
		}
		return Optional.empty();
	}

	/** A body that was read as a whole can be read again. */
	private static byte[] body(HttpServletRequest request) {
		try {
			return BodyLimitFilter.isBatch(request.getContentType()) ? new byte[0]
					: request.getInputStream().readAllBytes();
		}
		catch (IOException ex) {
			return new byte[0];
		}
	}

}
