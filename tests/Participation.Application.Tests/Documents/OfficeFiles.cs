using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Participation.Application.Tests.Documents;

/// <summary>Office files as their readers see them.</summary>
static class OfficeFiles
{
    /// <summary>The rows of a workbook's second sheet: kind of cell and what stands in it.</summary>
    public static IReadOnlyList<IReadOnlyList<(CellValues? Kind, string Text)>> Table(Stream file)
    {
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        var book = workbook.WorkbookPart!;
        var sheet = (WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Last().Id!);
        return [.. sheet.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => (cell.DataType?.Value, cell.InnerText)).ToList())];
    }

    public static string Text(Stream file)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return string.Join("\n", document.MainDocumentPart!.Document.Body!
            .Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText));
    }

    /// <summary>What Office's own schema has against a file.</summary>
    public static IReadOnlyList<string> Faults(OpenXmlPackage file) =>
        [.. new OpenXmlValidator().Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
}
