"""Attachments: pictures, and who enters and publishes them. docs/roles.md says what each may do."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

VERBS = {
    "contributor": ("add", "change", "delete", "view"),
    "reviewer": ("add", "change", "delete", "view", "publish"),
    "chief": ("add", "change", "delete", "view", "publish", "unseal"),
}


def let_them_attach(apps, schema_editor):
    from django.apps import apps as installed

    # Django makes permissions after all migrations; the groups need these now.
    create_permissions(installed.get_app_config("cases"), verbosity=0, apps=apps)
    permissions = apps.get_model("auth", "Permission").objects
    for role, verbs in VERBS.items():
        granted = permissions.filter(
            content_type__app_label="cases", codename__in=[f"{verb}_attachment" for verb in verbs]
        )
        apps.get_model("auth", "Group").objects.get(name=role).permissions.add(*granted)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0020_who_reads_messages"),
        ("people", "0013_found_by_change"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        editable=False,
                        help_text="Public. Random.",
                        max_length=12,
                        unique=True,
                        verbose_name="id",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        db_index=True,
                        default="draft",
                        editable=False,
                        max_length=12,
                    ),
                ),
                (
                    "secrecy",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("registered", "registered"),
                            ("staff", "staff only"),
                            ("sealed", "sealed"),
                        ],
                        default="public",
                        help_text="Who may see this once it is published. Staff-only and sealed records cannot be.",
                        max_length=12,
                    ),
                ),
                (
                    "entered_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("submitted_at", models.DateTimeField(editable=False, null=True)),
                (
                    "published_at",
                    models.DateTimeField(editable=False, help_text="Public.", null=True),
                ),
                (
                    "embargoed_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="Only staff read this. No reader sees it before this day and time (UTC).",
                        null=True,
                        verbose_name="not shown before",
                    ),
                ),
                (
                    "was_public",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Only staff read this. Everybody saw it until it was withdrawn.",
                    ),
                ),
                (
                    "sent_back_why",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="Only staff read this. Until it is submitted again.",
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="Public. When something that readers see changed; kept by the database.",
                    ),
                ),
                (
                    "staff_note",
                    models.TextField(
                        blank=True,
                        help_text="Only staff read this. Never a phone number or an address.",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("place", "place"),
                            ("portrait", "portrait"),
                            ("scene", "scene"),
                            ("document", "document"),
                        ],
                        help_text="Public.",
                        max_length=12,
                    ),
                ),
                (
                    "shows",
                    models.CharField(
                        help_text="Public. Stands below it, in our own words.",
                        max_length=300,
                        verbose_name="who or what is shown",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("not_people", "nobody to recognise"),
                            ("source_caption", "the source says so"),
                            ("family_confirmed", "confirmed by the family"),
                            ("guess", "our guess"),
                        ],
                        help_text="Public. On what basis we say that it shows them.",
                        max_length=20,
                        verbose_name="how we know",
                    ),
                ),
                (
                    "author",
                    models.CharField(
                        blank=True,
                        help_text="Public. Whoever took or drew it.",
                        max_length=200,
                        verbose_name="made by",
                    ),
                ),
                (
                    "rights",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("permission", "with permission"),
                            ("licence", "under a licence"),
                            ("public_domain", "public domain"),
                            ("own", "our own"),
                            ("quoted", "quoted as evidence"),
                        ],
                        help_text="Public. Needed before it is published.",
                        max_length=20,
                        verbose_name="shown by right of",
                    ),
                ),
                (
                    "rights_note",
                    models.CharField(
                        blank=True,
                        help_text="Public.",
                        max_length=300,
                        verbose_name="which licence, whose permission",
                    ),
                ),
                (
                    "alternative",
                    models.CharField(
                        help_text="Public. For whoever does not see it: what a reader has to know of it. Never a name that the caption does not tell.",
                        max_length=500,
                        verbose_name="in words",
                    ),
                ),
                (
                    "sha256",
                    models.CharField(
                        editable=False,
                        help_text="Public.",
                        max_length=64,
                        verbose_name="SHA-256 of the file",
                    ),
                ),
                (
                    "width",
                    models.PositiveIntegerField(editable=False, help_text="Public. In points."),
                ),
                (
                    "height",
                    models.PositiveIntegerField(editable=False, help_text="Public. In points."),
                ),
                (
                    "file",
                    models.CharField(
                        editable=False,
                        help_text="Only staff read this. Its name in the storage of originals.",
                        max_length=200,
                    ),
                ),
                (
                    "size",
                    models.PositiveIntegerField(
                        editable=False,
                        help_text="Only staff read this.",
                        verbose_name="bytes of the file",
                    ),
                ),
                (
                    "small_file",
                    models.CharField(
                        editable=False,
                        help_text="Only staff read this. The same picture, as pages show it.",
                        max_length=200,
                    ),
                ),
                (
                    "small_sha256",
                    models.CharField(
                        editable=False,
                        help_text="Only staff read this. The SHA-256 of that.",
                        max_length=64,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        help_text="Public. What it is attached to; exactly one. It stays there.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="cases.case",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        blank=True,
                        help_text="Public. What it is attached to; exactly one. It stays there.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="cases.facility",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="Public. What it is attached to; exactly one. It stays there.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="people.person",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sent_back_to",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        help_text="Public. What it is attached to; exactly one. It stays there.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="cases.source",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_from",
                    models.ForeignKey(
                        blank=True,
                        help_text="Public. The source that showed it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pictures",
                        to="cases.source",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "abstract": False,
                "default_permissions": ("add", "change", "delete", "view", "publish", "unseal"),
            },
        ),
        migrations.CreateModel(
            name="AttachmentVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "public_id",
                    models.CharField(
                        editable=False,
                        help_text="Public. Random.",
                        max_length=12,
                        verbose_name="id",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                    ),
                ),
                (
                    "secrecy",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("registered", "registered"),
                            ("staff", "staff only"),
                            ("sealed", "sealed"),
                        ],
                        default="public",
                        help_text="Who may see this once it is published. Staff-only and sealed records cannot be.",
                        max_length=12,
                    ),
                ),
                (
                    "entered_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("submitted_at", models.DateTimeField(editable=False, null=True)),
                (
                    "published_at",
                    models.DateTimeField(editable=False, help_text="Public.", null=True),
                ),
                (
                    "embargoed_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="Only staff read this. No reader sees it before this day and time (UTC).",
                        null=True,
                        verbose_name="not shown before",
                    ),
                ),
                (
                    "was_public",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Only staff read this. Everybody saw it until it was withdrawn.",
                    ),
                ),
                (
                    "sent_back_why",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="Only staff read this. Until it is submitted again.",
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="Public. When something that readers see changed; kept by the database.",
                    ),
                ),
                (
                    "staff_note",
                    models.TextField(
                        blank=True,
                        help_text="Only staff read this. Never a phone number or an address.",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("place", "place"),
                            ("portrait", "portrait"),
                            ("scene", "scene"),
                            ("document", "document"),
                        ],
                        help_text="Public.",
                        max_length=12,
                    ),
                ),
                (
                    "shows",
                    models.CharField(
                        help_text="Public. Stands below it, in our own words.",
                        max_length=300,
                        verbose_name="who or what is shown",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("not_people", "nobody to recognise"),
                            ("source_caption", "the source says so"),
                            ("family_confirmed", "confirmed by the family"),
                            ("guess", "our guess"),
                        ],
                        help_text="Public. On what basis we say that it shows them.",
                        max_length=20,
                        verbose_name="how we know",
                    ),
                ),
                (
                    "author",
                    models.CharField(
                        blank=True,
                        help_text="Public. Whoever took or drew it.",
                        max_length=200,
                        verbose_name="made by",
                    ),
                ),
                (
                    "rights",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("permission", "with permission"),
                            ("licence", "under a licence"),
                            ("public_domain", "public domain"),
                            ("own", "our own"),
                            ("quoted", "quoted as evidence"),
                        ],
                        help_text="Public. Needed before it is published.",
                        max_length=20,
                        verbose_name="shown by right of",
                    ),
                ),
                (
                    "rights_note",
                    models.CharField(
                        blank=True,
                        help_text="Public.",
                        max_length=300,
                        verbose_name="which licence, whose permission",
                    ),
                ),
                (
                    "alternative",
                    models.CharField(
                        help_text="Public. For whoever does not see it: what a reader has to know of it. Never a name that the caption does not tell.",
                        max_length=500,
                        verbose_name="in words",
                    ),
                ),
                (
                    "sha256",
                    models.CharField(
                        editable=False,
                        help_text="Public.",
                        max_length=64,
                        verbose_name="SHA-256 of the file",
                    ),
                ),
                (
                    "width",
                    models.PositiveIntegerField(editable=False, help_text="Public. In points."),
                ),
                (
                    "height",
                    models.PositiveIntegerField(editable=False, help_text="Public. In points."),
                ),
                (
                    "file",
                    models.CharField(
                        editable=False,
                        help_text="Only staff read this. Its name in the storage of originals.",
                        max_length=200,
                    ),
                ),
                (
                    "size",
                    models.PositiveIntegerField(
                        editable=False,
                        help_text="Only staff read this.",
                        verbose_name="bytes of the file",
                    ),
                ),
                (
                    "small_file",
                    models.CharField(
                        editable=False,
                        help_text="Only staff read this. The same picture, as pages show it.",
                        max_length=200,
                    ),
                ),
                (
                    "small_sha256",
                    models.CharField(
                        editable=False,
                        help_text="Only staff read this. The SHA-256 of that.",
                        max_length=64,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Public. What it is attached to; exactly one. It stays there.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Public. What it is attached to; exactly one. It stays there.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.facility",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Public. What it is attached to; exactly one. It stays there.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        related_query_name="+",
                        to="cases.attachment",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sent_back_to",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Public. What it is attached to; exactly one. It stays there.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.source",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Public. The source that showed it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("public_id__regex", "^[A-Z]{1,2}-[0-9A-Z]{6}$")),
                name="cases_attachment_public_id",
                violation_error_message="A public id is letters, a hyphen and six random signs.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("submitted_at__isnull", True), ("submitted_by__isnull", True)),
                    models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                    _connector="OR",
                ),
                name="cases_attachment_submitted",
                violation_error_message="A submission has a person and a time.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_at__isnull", True), ("published_by__isnull", True)),
                    models.Q(("published_at__isnull", False), ("published_by__isnull", False)),
                    _connector="OR",
                ),
                name="cases_attachment_published",
                violation_error_message="A publication has a person and a time.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["submitted", "published"]), _negated=True),
                    ("submitted_by__isnull", False),
                    _connector="OR",
                ),
                name="cases_attachment_signed",
                violation_error_message="Submit the record first: it has to say who submitted it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    models.Q(
                        ("published_by__isnull", False),
                        models.Q(("published_by", models.F("submitted_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="cases_attachment_two_people",
                violation_error_message="Who publishes a record must be somebody else than who submitted it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    ("secrecy__in", ["public", "registered"]),
                    _connector="OR",
                ),
                name="cases_attachment_not_secret",
                violation_error_message="A staff-only or sealed record cannot be published.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("case__isnull", False),
                        ("facility__isnull", True),
                        ("person__isnull", True),
                        ("source__isnull", True),
                    ),
                    models.Q(
                        ("case__isnull", True),
                        ("facility__isnull", True),
                        ("person__isnull", False),
                        ("source__isnull", True),
                    ),
                    models.Q(
                        ("case__isnull", True),
                        ("facility__isnull", False),
                        ("person__isnull", True),
                        ("source__isnull", True),
                    ),
                    models.Q(
                        ("case__isnull", True),
                        ("facility__isnull", True),
                        ("person__isnull", True),
                        ("source__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="attachment_of_one",
                violation_error_message="A picture is attached to exactly one record.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("alternative__regex", "\\S")),
                name="attachment_in_words",
                violation_error_message="Say in words what the picture shows.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "portrait"), _negated=True),
                    ("person__isnull", False),
                    _connector="OR",
                ),
                name="attachment_portrait_of_somebody",
                violation_error_message="A portrait is attached to the person whom it shows.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "portrait"), _negated=True),
                    ("basis__in", ("source_caption", "family_confirmed")),
                    _connector="OR",
                ),
                name="attachment_portrait_is_no_guess",
                violation_error_message="A portrait takes a source that says who it is, or the family; never a guess.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("basis", "source_caption"), _negated=True),
                    ("taken_from__isnull", False),
                    ("source__isnull", False),
                    _connector="OR",
                ),
                name="attachment_basis_has_source",
                violation_error_message="Name the source that says whom or what it shows.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    models.Q(("rights", ""), _negated=True),
                    _connector="OR",
                ),
                name="attachment_published_by_right",
                violation_error_message="Say by what right the picture is shown.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sha256__regex", "^[0-9a-f]{64}$"), ("small_sha256__regex", "^[0-9a-f]{64}$")
                ),
                name="attachment_hashes",
                violation_error_message="A SHA-256 is 64 hexadecimal digits.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("height__gt", 0),
                    ("width__gt", 0),
                    models.Q(("file", ""), _negated=True),
                    models.Q(("small_file", ""), _negated=True),
                ),
                name="attachment_has_points",
                violation_error_message="Choose the file of a picture.",
            ),
        ),
        migrations.RunPython(let_them_attach, migrations.RunPython.noop),
    ]
