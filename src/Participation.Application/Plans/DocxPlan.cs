using System.Text;
using Participation.Documents.Docx;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>Makes a plan of a Word document's blocks.</summary>
static class DocxPlan
{
    public static PlanDraft Read(IReadOnlyList<DocxBlock> blocks) =>
        blocks.OfType<DocxHeading>().Any() ? ByHeadings(blocks) : RoughPlanText.Read(AsText(blocks));

    static PlanDraft ByHeadings(IReadOnlyList<DocxBlock> blocks)
    {
        var plan = new DraftBuilder();
        foreach (var block in blocks)
        {
            if (block is DocxHeading heading) plan.Heading(heading.Level, heading.Text);
            else plan.Add(Passage(block));
        }
        return plan.Build();
    }

    static PassageDraft Passage(DocxBlock block) => block switch
    {
        DocxTable table => PassageDrafts.Table(table.Rows),
        DocxListItem item => PassageDrafts.Of(PassageKind.Item, item.Text),
        DocxNote note => PassageDrafts.Of(PassageKind.Caption, note.Text),
        DocxParagraph paragraph => PassageDrafts.Of(PassageKind.Paragraph, paragraph.Text),
        _ => throw new InvalidOperationException($"No passage for {block.GetType().Name}."),
    };

    // A document whose author made headings by hand (bold, larger) is as rough as text from a PDF, and is read the same way.
    static string AsText(IReadOnlyList<DocxBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            if (block is DocxTable table) foreach (var row in table.Rows) text.Append(row.Length > 1 ? string.Join('\t', row) : row.FirstOrDefault()).Append('\n');
            else text.Append(block is DocxListItem ? "- " : "").Append(Passage(block).Text.Replace('\t', ' ')).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }
}
