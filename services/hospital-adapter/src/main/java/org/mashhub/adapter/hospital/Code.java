package org.mashhub.adapter.hospital;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * A text that is null or a code, so that nobody's own words stand where a code should.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Z0-9][A-Z0-9_]{0,59}")
@ReportAsSingleViolation
@interface Code {

	String message() default "is not a code | Send capitals, digits and underscores, for example HEALTH_VISITOR; no text.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
