package org.mashhub.adapter.socialcare;

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
 * A text that is null or has the form of an organisation's code, which is in its token.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{1,59}")
@ReportAsSingleViolation
@interface OrganisationCode {

	String message() default "is not an organisation's code | Send the code that the hub knows it by, without spaces, not its name.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
