// What we use of the library bpmn-moddle, whose own types its package does not point at.
declare module "bpmn-moddle" {
  /** An element of BPMN's meta-model, with the properties we use; `$type` says which it has. */
  export interface Element {
    readonly $type: string;
    readonly id?: string;
    readonly name?: string;
    readonly rootElements?: readonly Element[];
    readonly flowElements?: readonly Element[];
    readonly eventDefinitions?: readonly Element[];
    readonly timeDuration?: Element;
    readonly conditionExpression?: Element;
    readonly body?: string;
    readonly sourceRef?: Element;
    readonly targetRef?: Element;
    incoming?: readonly Element[];
    outgoing?: readonly Element[];
    default?: Element;
    readonly extensionElements?: { readonly values?: readonly Element[] };
    /** Of our own data. */
    readonly json?: string;
    readonly diagrams?: readonly Element[];
    readonly plane?: Element;
    readonly planeElement?: readonly Element[];
    readonly bpmnElement?: Element;
    readonly bounds?: Readonly<Record<"x" | "y" | "width" | "height", number>>;
  }

  interface Parsed {
    readonly rootElement: Element;
    readonly warnings: readonly { readonly message: string }[];
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    create(type: string, properties?: object): Element;
    /** Rejects when the text is not XML, or not BPMN. */
    fromXML(xml: string): Promise<Parsed>;
    toXML(element: Element, options?: { readonly format?: boolean }): Promise<{ xml: string }>;
  }
}
