"""The form of a person: who may say on which ground somebody is shown."""

from config.records.forms import RecordForm
from people.choices import Ground

CHIEFS_ONLY = "Only a chief documents an interest that outweighs consent."


class PersonForm(RecordForm):
    def clean(self):
        cleaned = super().clean()
        documents = cleaned.get("ground") == Ground.INTEREST
        touched = {"ground", "ground_note"} & set(self.changed_data)
        if documents and touched and not self.editor.has_perm("people.document_interest"):
            self.add_error("ground", CHIEFS_ONLY)
        return cleaned
